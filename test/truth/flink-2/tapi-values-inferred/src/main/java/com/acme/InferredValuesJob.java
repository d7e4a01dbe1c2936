package com.acme;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import static org.apache.flink.table.api.Expressions.*;

public class InferredValuesJob {
  static DataStream<String> lines(StreamExecutionEnvironment env, String topic) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("tapi:9092").setTopics(topic).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), topic);
  }

  static KafkaSink<String> sink(String topic) {
    return KafkaSink.<String>builder().setBootstrapServers("tapi:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.createTemporaryView("pairs", t.fromValues(row(1, "ABC", true), row(2L, "ABCDE", false)));
    t.createTemporaryView("named", t.fromValues(row(1, "x", 1.5), row(null, "yz", 2.5)).as("id", "label", "weight"));
    t.createTemporaryView("numbers", t.fromValues(1, 2L, 3));
    StatementSet set = t.createStatementSet();
    t.executeSql("CREATE TABLE pairs_copy WITH ('connector'='kafka','topic'='pairs','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT * FROM pairs");
    t.executeSql("CREATE TABLE named_copy WITH ('connector'='kafka','topic'='named','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT label, id, weight FROM named");
    t.executeSql("CREATE TABLE numbers_copy WITH ('connector'='kafka','topic'='numbers','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT f0 FROM numbers");
  }
}
