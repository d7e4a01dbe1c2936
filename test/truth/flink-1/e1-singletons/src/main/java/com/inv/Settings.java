package com.inv;

import java.io.*;
import java.util.*;

final class Settings {
  private final Properties properties;

  private Settings() {
    Properties defaults = read("/app-default.properties", null);
    properties = read("/app.properties", defaults);
  }

  private static class Holder { static final Settings INSTANCE = new Settings(); }
  static Settings get() { return Holder.INSTANCE; }

  String name() { return Keys.NAME.value(); }

  String find(String key) {
    String value = properties.getProperty(key);
    if (value == null) throw new IllegalStateException("no " + key);
    int from = value.indexOf("${");
    return from < 0 ? value : value.substring(0, from) + find(value.substring(from + 2, value.indexOf('}', from))) + value.substring(value.indexOf('}', from) + 1);
  }

  private static Properties read(String path, Properties defaults) {
    Properties result = new Properties(defaults);
    try (Reader reader = new InputStreamReader(Settings.class.getResourceAsStream(path))) {
      result.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }
}

enum Keys {
  NAME, NAMESPACE, KAFKA, TOPICS_IN, SINK_TOPIC;

  private String key() { return "app." + name().toLowerCase().replace('_', '.'); }
  String value() { return Settings.get().find(this == TOPICS_IN ? "app.topics.in" : key()); }
}
