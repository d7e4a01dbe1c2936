package com.shop.etl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

final class SqlScript {
  static List<String> read(String resource, Properties values) throws IOException {
    List<String> statements = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(SqlScript.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        String trimmed = line.trim();
        if (trimmed.isEmpty() || trimmed.startsWith("--")) {
          continue;
        }
        current.append(line).append('\n');
        if (trimmed.endsWith(";")) {
          String sql = current.toString().trim();
          statements.add(replace(sql.substring(0, sql.length() - 1), values));
          current.setLength(0);
        }
      }
    }
    return statements;
  }

  private static String replace(String sql, Properties values) {
    String result = sql;
    for (String name : values.stringPropertyNames()) {
      result = result.replace("${" + name + "}", values.getProperty(name));
    }
    return result;
  }
}
