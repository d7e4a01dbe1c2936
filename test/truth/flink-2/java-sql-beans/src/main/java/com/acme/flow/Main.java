package com.acme.flow;
import java.util.*;
import java.util.stream.*;
import org.apache.flink.table.api.*;
import org.yaml.snakeyaml.*;
import org.yaml.snakeyaml.constructor.Constructor;

public class Main {
  private static final String WITH = """
       WITH (
        'connector' = 'kafka',
        'topic' = '%s',
        'properties.bootstrap.servers' = 'flow:9092',
        'properties.group.id' = '%s',
        'scan.startup.mode' = 'earliest-offset',
        'format' = 'json'
      )""";

  static String ddl(Flow.Table it, String group) {
    return it.getColumns().entrySet().stream().map(c -> c.getKey() + " " + c.getValue()).collect(Collectors.joining(", ", "CREATE TABLE " + it.getTable() + " (", ")")) + WITH.formatted(it.getTopic(), group);
  }

  public static void main(String[] args) {
    Flow flow = new Yaml(new Constructor(Flow.class, new LoaderOptions())).load(Main.class.getResourceAsStream("/flow.yaml"));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    Stream.of(flow.source, flow.target).map(it -> ddl(it, flow.name)).forEach(t::executeSql);
    String query = "SELECT * FROM " + flow.source.getTable();
    for (Stage stage : flow.steps.stream().map(Flow.Step::stage).toList()) {
      query = stage.over(query);
    }
    t.executeSql("INSERT INTO " + flow.target.getTable() + " " + query);
  }
}
