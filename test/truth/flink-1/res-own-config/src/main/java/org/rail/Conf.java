package org.rail;
import java.io.*;
import java.util.*;

public final class Conf {
  public enum Key {
    IN("topic.in"), OUT("topic.out"), NAMESPACE("lineage.namespace"), URL("db.url"), TABLE("db.table"), LIMIT("limit", "10");
    final String name;
    final String fallback;
    Key(String name) { this(name, null); }
    Key(String name, String fallback) { this.name = name; this.fallback = fallback; }
  }

  private static final Properties PROPERTIES = new Properties();
  private static volatile Conf instance;

  static {
    load(Conf.class.getClassLoader().getResourceAsStream("rail.properties"));
    load(Conf.class.getResourceAsStream("local.properties"));
    load(Conf.class.getResourceAsStream("/missing.properties"));
  }

  private Conf() {}

  private static void load(InputStream stream) {
    if (stream == null) {
      return;
    }
    try (Reader reader = new BufferedReader(new InputStreamReader(stream))) {
      PROPERTIES.load(reader);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public static Conf get() {
    if (instance == null) {
      synchronized (Conf.class) {
        if (instance == null) {
          instance = new Conf();
        }
      }
    }
    return instance;
  }

  public String get(Key key) {
    String value = PROPERTIES.getProperty(key.name);
    if (value == null && key.fallback == null) {
      throw new IllegalArgumentException("no " + key.name);
    }
    return value == null ? key.fallback : value.trim();
  }

  public int getInt(Key key) { return Integer.parseInt(get(key)); }

  public Properties below(String prefix) {
    Properties result = new Properties();
    for (Map.Entry<Object, Object> it : PROPERTIES.entrySet()) {
      String key = it.getKey().toString();
      if (key.startsWith(prefix)) {
        result.setProperty(key.substring(prefix.length()), it.getValue().toString());
      }
    }
    return result;
  }
}
