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


public class HoleJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("jt").jobName("jt").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE k (line STRING) WITH ('connector'='kafka','topic'='one','properties.bootstrap.servers'='k:9092','scan.startup.mode'='latest-offset','format'='csv')");
    t.executeSql("CREATE TABLE b (line STRING) WITH ('connector'='blackhole')");
    StreamStatementSet set = t.createStatementSet();
    set.addInsertSql("INSERT INTO b SELECT line FROM k");
    set.attachAsDataStream();
    env.execute("hole");
  }
}
