package org.reg;
import java.util.function.UnaryOperator;

public interface Named {
  String name();
  default String topic(UnaryOperator<String> naming) { return naming.apply(plain()); }
  default String plain() {
    StringBuilder result = new StringBuilder();
    for (String part : name().split("_")) {
      result.append(result.length() == 0 ? "" : "-").append(part.toLowerCase());
    }
    return result.toString();
  }
}
