package com.acme.tables;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class AttachPrint {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("attach-print").build());
    DataStream<String> words = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("w:9092").setTopics("words").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "words");
    words.print();
    tables.executeSql("CREATE TABLE src (w STRING) WITH ('connector' = 'kafka', 'topic' = 'sql-words', 'properties.bootstrap.servers' = 'w:9092',"
        + " 'properties.group.id' = 'x', 'scan.startup.mode' = 'latest-offset', 'format' = 'raw')");
    tables.executeSql("CREATE TABLE out1 (w STRING) WITH ('connector' = 'print')");
    StreamStatementSet set = tables.createStatementSet();
    set.addInsertSql("INSERT INTO out1 SELECT UPPER(w) FROM src");
    set.attachAsDataStream();
    env.execute();
  }
}
