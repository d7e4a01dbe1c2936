package com.acme;

import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;


public class WindowJob {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode()
        .withBuiltInCatalogName("lab").withBuiltInDatabaseName("raw").build());
    t.getConfig().set("pipeline.name", "lab windows");
    t.executeSql("CREATE TABLE hits (page STRING, ms INT, at_time TIMESTAMP(3), WATERMARK FOR at_time AS at_time - INTERVAL '1' MINUTE) WITH ('connector'='kafka','topic'='hits','properties.bootstrap.servers'='k1:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.executeSql("CREATE TABLE per_page (page STRING, n BIGINT, total INT) WITH ('connector'='kafka','topic'='hits.per-page','properties.bootstrap.servers'='k1:9092','format'='json')");
    t.executeSql("CREATE TABLE slow (page STRING, ms INT) COMMENT 'slow ones' WITH ('connector'='filesystem','path'='file:///tmp/slow','format'='csv')");
    Table hits = t.from("hits");
    Table windows = hits.window(Tumble.over(lit(5).minutes()).on($("at_time")).as("w"))
        .groupBy($("w"), $("page"))
        .select($("page"), $("ms").count().as("n"), $("ms").sum().as("total"));
    StatementSet set = t.createStatementSet();
    set.add(windows.insertInto("per_page")).addInsert("lab.raw.slow", hits.filter($("ms").isGreater(1000)).select($("page"), $("ms")));
    set.execute();
  }
}
