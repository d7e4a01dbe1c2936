package org.base;
import java.io.*;
import java.util.*;
import java.util.stream.Collectors;

public class Settings implements Serializable {
  private final Map<String, String> values = new HashMap<>();

  public static Settings of(String job) {
    Settings settings = new Settings();
    for (String name : new String[] {"defaults", job}) {
      settings.add("/" + name + ".properties");
    }
    return settings;
  }

  private void add(String resource) {
    Properties properties = new Properties();
    try (InputStream in = getClass().getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.forEach((key, value) -> values.put((String) key, (String) value));
  }

  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new NoSuchElementException(key);
    }
    int start = value.indexOf("${");
    if (start < 0) {
      return value;
    }
    int end = value.indexOf('}', start);
    return value.substring(0, start) + text(value.substring(start + 2, end)) + value.substring(end + 1);
  }

  public Properties below(String prefix) {
    Properties result = new Properties();
    for (String key : values.keySet()) {
      if (key.startsWith(prefix + ".")) {
        result.setProperty(key.substring(prefix.length() + 1), text(key));
      }
    }
    return result;
  }
}
