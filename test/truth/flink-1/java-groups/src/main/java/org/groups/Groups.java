package org.groups;
import com.fasterxml.jackson.databind.*;
import java.io.*;
import java.util.*;

public class Groups {
  private final Map<String, Properties> groups;

  private Groups(Map<String, Properties> groups) { this.groups = groups; }

  static Groups load(String file) throws IOException {
    Map<String, Properties> groups = new HashMap<>();
    try (InputStream in = Groups.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      JsonNode root = new ObjectMapper().readTree(in);
      for (Iterator<JsonNode> elements = root.elements(); elements.hasNext(); ) {
        JsonNode group = elements.next();
        Properties properties = groups.computeIfAbsent(group.get("PropertyGroupId").asText(), it -> new Properties());
        Iterator<String> names = group.get("PropertyMap").fieldNames();
        while (names.hasNext()) {
          String name = names.next();
          properties.setProperty(name, group.get("PropertyMap").get(name).asText());
        }
      }
    }
    return new Groups(groups);
  }

  Properties get(String id) {
    Properties copy = new Properties();
    copy.putAll(groups.getOrDefault(id, new Properties()));
    return copy;
  }

  String take(Properties properties, String key) {
    Object value = properties.remove(key);
    if (!(value instanceof String)) {
      throw new IllegalArgumentException("missing " + key);
    }
    return (String) value;
  }
}
