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

public class LikeIt {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.createTable("base", TableDescriptor.forConnector("kafka").comment("the base").schema(Schema.newBuilder().column("id", "INT NOT NULL").withComment("an id").column("at_time", "TIMESTAMP(3)").column("note", DataTypes.STRING()).watermark("at_time", "at_time - INTERVAL '1' SECOND").build())
        .option("topic", "base").option("properties.bootstrap.servers", "like:9092").option("scan.startup.mode", "earliest-offset").format("json").build());
    t.executeSql("CREATE TABLE derived (extra DOUBLE) WITH ('topic' = 'derived') LIKE base (OVERWRITING OPTIONS EXCLUDING WATERMARKS)");
    t.executeSql("CREATE TABLE copied WITH ('connector'='kafka','topic'='copied','properties.bootstrap.servers'='like:9092','format'='json') AS SELECT id, note FROM base");
    t.executeSql("ALTER TABLE base SET ('topic' = 'base-v2')");
    t.from("base").select($("id"), $("at_time"), $("note"), lit(1.5).as("extra")).executeInsert("derived");
  }
}
