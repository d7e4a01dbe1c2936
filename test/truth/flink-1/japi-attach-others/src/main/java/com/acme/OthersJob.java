package com.acme;

import io.openlineage.flink.OpenLineageFlinkJobListener;

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


public class OthersJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("jt").jobName("jt").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("lines").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "lines");
    t.createTemporaryView("lines", t.fromDataStream(in).as("line"));
    t.executeSql("CREATE TABLE k (line STRING) WITH ('connector'='kafka','topic'='one;two','properties.bootstrap.servers'='k:9092','scan.startup.mode'='latest-offset','format'='csv')");
    t.executeSql("CREATE TABLE f (line STRING) WITH ('connector'='filesystem','path'='file:///tmp/out-f','format'='csv')");
    t.executeSql("CREATE TABLE o (line STRING) WITH ('connector'='kafka','topic'='out','properties.bootstrap.servers'='k:9092','format'='csv')");
    StreamStatementSet set = t.createStatementSet();
    set.addInsertSql("INSERT INTO f SELECT line FROM k UNION ALL SELECT line FROM lines");
    set.addInsertSql("INSERT INTO o SELECT line FROM lines");
    set.attachAsDataStream();
    env.execute("others");
  }
}
