package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Records {
  record Feed(String name, String topic, List<String> columns, boolean keyed) {
    String ddl(String servers) {
      var cols = String.join(", ", columns.stream().map(it -> "`" + it + "` STRING").toList());
      return """
          CREATE TABLE %s (
            %s%s
          ) WITH (
            'connector' = '%s',
            'topic' = '%s',
            'properties.bootstrap.servers' = '%s',
            %s
          )""".formatted(name, cols, keyed ? ", PRIMARY KEY (`" + columns.get(0) + "`) NOT ENFORCED" : "", keyed ? "upsert-kafka" : "kafka", topic, servers,
          keyed ? "'key.format' = 'json', 'value.format' = 'json'" : "'scan.startup.mode' = 'earliest-offset', 'format' = 'json'");
    }
  }

  public static void main(String[] args) {
    var t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    var servers = Optional.ofNullable(System.getenv("KAFKA")).orElse("rec:9092");
    var feeds = List.of(new Feed("users", "crm.users", List.of("id", "name"), true), new Feed("logins", "auth.logins", List.of("user_id", "device", "at"), false), new Feed("devices", "auth.devices", List.of("device", "n"), true));
    feeds.forEach(it -> t.executeSql(it.ddl(servers)));
    var logins = t.from("logins").join(t.from("users"), $("user_id").isEqual($("id")));
    var counted = logins.groupBy($("device")).select($("device"), $("user_id").count().cast(DataTypes.STRING()).as("n"));
    counted.executeInsert("devices");
  }
}
