package com.acme.mini;
import java.io.*;
import java.util.*;
import java.util.stream.Collectors;
import org.apache.flink.table.api.*;
import org.yaml.snakeyaml.Yaml;

public class Main {
  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws IOException {
    Map<String, Object> model = new Yaml().load(Main.class.getResourceAsStream("/model.yaml"));
    Template template;
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(Main.class.getResourceAsStream("/table.tpl")))) {
      template = new Template(reader.lines().collect(Collectors.joining("\n")));
    }
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    for (Map<String, Object> table : (List<Map<String, Object>>) model.get("tables")) {
      Map<String, Object> all = new LinkedHashMap<>(table);
      all.putIfAbsent("brokers", model.get("brokers"));
      t.executeSql(template.render(all));
    }
    t.executeSql("INSERT INTO cities SELECT city FROM people WHERE city IS NOT NULL");
  }
}
