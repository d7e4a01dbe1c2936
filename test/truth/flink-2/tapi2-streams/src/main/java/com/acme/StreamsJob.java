package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.*;

public class StreamsJob {
  public static class Reading {
    public String sensor;
    public Double degrees;
    public Long at;
    public Reading() {}
  }

  static KafkaSource<String> from(String topic) {
    return KafkaSource.<String>builder().setBootstrapServers("streams:9092").setTopics(topic).setGroupId("streams").setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment tableEnv = StreamTableEnvironment.create(env);
    tableEnv.getConfig().setLocalTimeZone(ZoneId.of("UTC"));
    DataStream<Tuple2<String, Integer>> pairs = env.fromSource(from("pairs"), WatermarkStrategy.noWatermarks(), "pairs")
        .map(s -> Tuple2.of(s, s.length())).returns(Types.TUPLE(Types.STRING, Types.INT));
    SingleOutputStreamOperator<Reading> readings = env.fromSource(from("readings"), WatermarkStrategy.noWatermarks(), "readings")
        .map(s -> new Reading()).returns(Reading.class);
    Table named = tableEnv.fromDataStream(pairs, $("word"), $("size"));
    Table picked = tableEnv.fromDataStream(readings, $("degrees").as("celsius"), $("sensor"));
    Table texts = tableEnv.fromDataStream(env.fromSource(from("texts"), WatermarkStrategy.noWatermarks(), "texts"), $("text"));
    tableEnv.createTemporaryView("readings", picked);
    tableEnv.createTemporaryView("words", pairs, $("f1").as("n"), $("f0").as("w"));
    tableEnv.executeSql("CREATE TABLE counted (word STRING, n BIGINT, total INT, PRIMARY KEY (word) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='counted','properties.bootstrap.servers'='streams:9092','key.format'='raw','value.format'='json')");
    tableEnv.executeSql("CREATE TABLE warm (sensor STRING, celsius DOUBLE) WITH ('connector'='filesystem','path'='s3://bucket/warm','format'='json')".replace("s3://bucket", "file:///bucket"));
    StreamStatementSet set = tableEnv.createStatementSet();
    set.addInsert("counted", named.groupBy($("word")).select($("word"), $("size").count().as("n"), $("size").sum().as("total")));
    set.addInsertSql("INSERT INTO warm SELECT sensor, celsius FROM readings WHERE celsius > 20.5");
    set.attachAsDataStream();
    Table joined = texts.join(tableEnv.from("words"), $("text").isEqual($("w"))).select($("text"), $("n"));
    tableEnv.toDataStream(joined).map(Row::toString).returns(Types.STRING).sinkTo(KafkaSink.<String>builder().setBootstrapServers("streams:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("joined").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("streams and fields");
  }
}
