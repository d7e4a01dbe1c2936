package com.acme.mix;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

public class Mixed {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment tEnv = StreamTableEnvironment.create(env);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("mixed").jobNamespace("mix").build());
    DataStream<String> raw = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("m:9092").setTopics("raw").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "raw");
    tEnv.createTemporaryView("raw_lines", raw);
    tEnv.executeSql("CREATE TABLE refs (k STRING, label STRING) WITH ('connector'='kafka','topic'='ref','properties.bootstrap.servers'='m:9092','properties.group.id'='g','format'='csv')");
    tEnv.executeSql("CREATE TABLE archive (k STRING) WITH ('connector'='filesystem','path'='file:///archive','format'='csv')");
    Table t = tEnv.sqlQuery("SELECT r.f0, x.label FROM raw_lines r JOIN refs x ON r.f0 = x.k UNION ALL SELECT k, 'old' FROM archive");
    DataStream<Row> rows = tEnv.toChangelogStream(t);
    rows.map(Row::toString).sinkTo(KafkaSink.<String>builder().setBootstrapServers("m:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic("labelled").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("mixed");
  }
}
