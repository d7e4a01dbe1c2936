package com.acme;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.apache.flink.table.api.*;

public class Runner {
  static List<String> statements(String resource) throws IOException {
    List<String> result = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(Runner.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        if (line.trim().isEmpty() || line.startsWith("--")) {
          continue;
        }
        current.append(line).append('\n');
        if (line.trim().endsWith(";")) {
          result.add(current.toString().trim().replaceAll(";$", ""));
          current.setLength(0);
        }
      }
    }
    if (current.toString().trim().length() > 0) {
      result.add(current.toString());
    }
    return result;
  }

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.load(Runner.class.getClassLoader().getResourceAsStream("runner.properties"));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    StatementSet set = t.createStatementSet();
    for (String statement : statements("/scripts/orders.sql")) {
      String filled = statement;
      for (String name : properties.stringPropertyNames()) {
        filled = filled.replace("${" + name + "}", properties.getProperty(name));
      }
      if (filled.toUpperCase().startsWith("INSERT")) {
        set.addInsertSql(filled);
      } else {
        t.executeSql(filled);
      }
    }
    set.execute();
  }
}
