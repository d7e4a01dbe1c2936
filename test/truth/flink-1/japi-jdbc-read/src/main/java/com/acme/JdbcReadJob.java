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


public class JdbcReadJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("jt").jobName("jt").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE people (id BIGINT, name STRING) WITH ('connector'='jdbc','url'='jdbc:mysql://my:3306/crm','table-name'='people')");
    t.executeSql("CREATE TABLE parts (id BIGINT, name STRING) WITH ('connector'='jdbc','url'='jdbc:postgresql://pg/shop','table-name'='stock.parts')");
    Table both = t.sqlQuery("SELECT name FROM people WHERE id > 5 UNION ALL SELECT name FROM parts");
    t.toDataStream(both).map(Row::toString).sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("names").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("jdbc read");
  }
}
