package org.di;
import java.util.*;

public class Topics {
  private final Properties properties;

  public Topics(Properties properties) { this.properties = properties; }

  enum Name {
    INPUT("in"), OK("out.ok"), BAD("out.bad");
    final String key;
    Name(String key) { this.key = key; }
  }

  private final Map<Name, String> cache = new EnumMap<>(Name.class);

  public String of(Name name) { return cache.computeIfAbsent(name, it -> properties.getProperty(it.key)); }
  public String brokers() { return properties.getProperty("brokers"); }
}
