package net.data;

import java.util.Arrays;
import java.util.stream.Collectors;

final class Names {
  static final String ICEBERG = "ice";
  static final String SILVER = "silver";
  static final String GOLD = "gold";

  private Names() {}

  static String qualified(String database, String... rest) {
    String tail = Arrays.stream(rest).map(it -> "`" + it + "`").collect(Collectors.joining("."));
    return "`" + ICEBERG + "`.`" + database + "`" + (tail.isEmpty() ? "" : "." + tail);
  }
}
