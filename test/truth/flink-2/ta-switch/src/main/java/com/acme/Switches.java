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

public class Switches {
  enum Mode { COPY, COUNT, LATEST }

  private static Table query(Table in, Mode mode) {
    return switch (mode) {
      case COPY -> in.select($("k"), $("v").cast(DataTypes.BIGINT()).as("n"));
      case COUNT -> in.groupBy($("k")).select($("k"), $("v").count().as("n"));
      case LATEST -> in.groupBy($("k")).select($("k"), $("v").lastValue().cast(DataTypes.BIGINT()).as("n"));
    };
  }

  public static void main(String[] args) {
    Mode mode = Mode.valueOf(System.getProperty("mode", "count").toUpperCase());
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE kv (k STRING, v INT) WITH ('connector'='kafka','topic'='kv','properties.bootstrap.servers'='sw:9092','scan.startup.mode'='earliest-offset','format'='csv')");
    String sink = "sink_" + mode.name().toLowerCase();
    t.executeSql("CREATE TABLE " + sink + " (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='" + sink.replace('_', '-') + "','properties.bootstrap.servers'='sw:9092','key.format'='csv','value.format'='csv')");
    query(t.from("kv"), mode).executeInsert(sink);
  }
}
