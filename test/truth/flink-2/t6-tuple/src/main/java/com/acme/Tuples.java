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
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Tuples {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    KafkaSource<String> source = KafkaSource.<String>builder().setBootstrapServers("tup:9092").setTopics("pairs", "more-pairs").setStartingOffsets(OffsetsInitializer.earliest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    SingleOutputStreamOperator<Tuple2<String, Integer>> pairs = env.fromSource(source, WatermarkStrategy.forMonotonousTimestamps(), "pairs").map(it -> Tuple2.of(it, it.length())).returns(Types.TUPLE(Types.STRING, Types.INT));
    Table named = t.fromDataStream(pairs).as("word", "n");
    t.createTemporaryView("pairs", named);
    t.executeSql("CREATE TABLE per_word (word STRING, total INT, PRIMARY KEY (word) NOT ENFORCED) WITH ('connector'='jdbc','url'='jdbc:sqlserver://tup:1433;databaseName=words','table-name'='dbo.per_word')");
    named.groupBy($("word")).select($("word"), $("n").sum().as("total")).executeInsert("per_word");
    DataStream<Row> longest = t.toChangelogStream(t.sqlQuery("SELECT word, MAX(n) AS m FROM pairs GROUP BY word"), Schema.newBuilder().column("word", DataTypes.STRING().notNull()).column("m", DataTypes.INT()).primaryKey("word").build(), ChangelogMode.upsert());
    longest.map(Row::toString).sinkTo(KafkaSink.<String>builder().setBootstrapServers("tup:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("longest").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute();
  }
}
