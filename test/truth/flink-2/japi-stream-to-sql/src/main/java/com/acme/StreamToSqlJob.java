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


public class StreamToSqlJob {
  public static class Click { public String user; public String url; public Click() {} }

  static KafkaSource<String> topic(String name) {
    return KafkaSource.<String>builder().setBootstrapServers("broker-1:9092").setTopics(name).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    DataStream<Click> clicks = env.fromSource(topic("clicks"), WatermarkStrategy.noWatermarks(), "clicks")
        .map(s -> { Click c = new Click(); c.user = s; c.url = s; return c; }).returns(Click.class);
    t.createTemporaryView("clicks", clicks, Schema.newBuilder().column("user", "STRING").column("url", "STRING").build());
    t.executeSql("CREATE TABLE pages (url STRING, title STRING) WITH ('connector'='filesystem','path'='file:///data/pages','format'='json')");
    t.executeSql("CREATE TABLE titled (who STRING, title STRING) WITH ('connector'='kafka','topic'='titled','properties.bootstrap.servers'='broker-1:9092','format'='json')");
    t.executeSql("INSERT INTO titled SELECT c.`user`, p.title FROM clicks c JOIN pages p ON c.url = p.url UNION ALL SELECT `user`, 'none' FROM clicks WHERE url IS NULL");
    env.fromSource(topic("audit"), WatermarkStrategy.noWatermarks(), "audit").print();
    env.execute("audit printer");
  }
}
