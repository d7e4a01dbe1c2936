package org.di;
import java.util.*;
import java.util.function.*;

public class Container {
  private final Map<Class<?>, Supplier<?>> makers = new LinkedHashMap<>();
  private final Map<Class<?>, Object> made = new HashMap<>();

  public <T> Container bind(Class<T> type, Supplier<? extends T> maker) {
    makers.put(type, maker);
    return this;
  }

  public <T> Container bind(Class<T> type, Function<Container, ? extends T> maker) {
    return bind(type, () -> maker.apply(this));
  }

  @SuppressWarnings("unchecked")
  public <T> T get(Class<T> type) {
    Object known = made.get(type);
    if (known == null) {
      Supplier<?> maker = makers.get(type);
      if (maker == null) {
        throw new IllegalStateException("nothing makes " + type.getName());
      }
      known = maker.get();
      made.put(type, known);
    }
    return (T) known;
  }
}
