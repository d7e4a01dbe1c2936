package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Attach {
  public static class Reading { public String sensor; public double degrees; public Instant seen; }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    KafkaSource<String> source = KafkaSource.<String>builder().setBootstrapServers("att:9092").setTopics("readings").setStartingOffsets(OffsetsInitializer.latest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    DataStream<Reading> readings = env.fromSource(source, WatermarkStrategy.noWatermarks(), "readings").map(it -> { Reading r = new Reading(); r.sensor = it; r.seen = Instant.now(); return r; });
    Table table = t.fromDataStream(readings, Schema.newBuilder().column("sensor", "STRING").column("degrees", "DOUBLE").column("seen", "TIMESTAMP_LTZ(3)").columnByExpression("p", "PROCTIME()").watermark("seen", "seen - INTERVAL '2' SECOND").build());
    t.executeSql("CREATE TABLE limits (sensor STRING, most DOUBLE) WITH ('connector'='jdbc','url'='jdbc:mysql://att:3307/iot','table-name'='limits')");
    t.executeSql("CREATE TABLE alarms (sensor STRING, degrees DOUBLE) WITH ('connector'='kafka','topic'='alarms','properties.bootstrap.servers'='att:9092','format'='json')");
    t.createTemporaryView("readings", table);
    StreamStatementSet set = t.createStatementSet();
    set.addInsertSql("INSERT INTO alarms SELECT r.sensor, r.degrees FROM readings r JOIN limits FOR SYSTEM_TIME AS OF r.p AS l ON r.sensor = l.sensor WHERE r.degrees > l.most");
    set.addInsert(TableDescriptor.forConnector("filesystem").schema(Schema.newBuilder().column("sensor", DataTypes.STRING()).column("seen", DataTypes.TIMESTAMP_LTZ(3)).build()).option("path", "file:///tmp/att").format("csv").build(), table.select($("sensor"), $("seen")));
    set.attachAsDataStream();
    t.toDataStream(t.from("limits"), Row.class).filter(it -> it != null).map(Row::toString).sinkTo(KafkaSink.<String>builder().setBootstrapServers("att:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("limits").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("readings and limits");
  }
}
