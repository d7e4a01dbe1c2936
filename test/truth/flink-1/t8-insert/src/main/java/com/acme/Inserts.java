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
import io.openlineage.flink.OpenLineageFlinkJobListener;

public class Inserts {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("inserts").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    KafkaSource<String> source = KafkaSource.<String>builder().setBootstrapServers("ins:9092").setTopics("words").setStartingOffsets(OffsetsInitializer.earliest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    DataStream<String> words = env.fromSource(source, WatermarkStrategy.noWatermarks(), "words");
    t.createTemporaryView("words", words, $("word"), $("p").proctime());
    t.executeSql("CREATE TABLE counts (word STRING, n BIGINT, PRIMARY KEY (word) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='counts','properties.bootstrap.servers'='ins:9092','key.format'='json','value.format'='json')");
    t.from("words").groupBy($("word")).select($("word"), $("p").count().as("n")).executeInsert("counts");
    t.from("words").select($("word")).insertInto(TableDescriptor.forConnector("blackhole").build()).execute();
    words.map(String::toUpperCase).print();
    env.execute("words");
  }
}
