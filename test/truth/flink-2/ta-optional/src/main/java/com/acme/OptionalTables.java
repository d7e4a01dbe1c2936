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

public class OptionalTables {
  private static Optional<Table> archive(TableEnvironment t, String path) {
    if (path.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(t.from(TableDescriptor.forConnector("filesystem").schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).column("text", DataTypes.STRING()).build()).option("path", path).format("json").build()));
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE live (id BIGINT, text STRING) WITH ('connector'='kafka','topic'='live','properties.bootstrap.servers'='opt:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.executeSql("CREATE TABLE indexed (id BIGINT, text STRING, len INT) WITH ('connector'='kafka','topic'='indexed','properties.bootstrap.servers'='opt:9092','format'='json')");
    Table live = t.from("live");
    Table all = archive(t, "file:///tmp/ta-archive").map(live::unionAll).orElse(live);
    Table more = archive(t, " ").map(all::unionAll).orElse(all);
    try {
      TableResult result = more.filter($("text").isNotNull().and($("text").trim().isNotEqual(""))).select($("id"), $("text"), $("text").charLength().as("len")).executeInsert("indexed");
      System.out.println(result.getResultKind());
    } catch (Exception e) {
      throw new IllegalStateException("cannot start", e);
    }
  }
}
