package com.acme.one;

import static org.apache.flink.table.api.Expressions.*;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class Fields {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("fields").jobNamespace("one").build());
    StreamTableEnvironment tEnv = StreamTableEnvironment.create(env);
    DataStream<Tuple2<String, Integer>> pairs = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("one:9092").setTopics("pairs").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "pairs")
        .map(s -> Tuple2.of(s, s.length())).returns(Types.TUPLE(Types.STRING, Types.INT));
    tEnv.createTemporaryView("pairs", pairs, $("word"), $("size"), $("seen").proctime());
    tEnv.createTemporaryTable("words", TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("word", DataTypes.STRING()).column("size", DataTypes.INT()).build())
        .option("topic", "words").option("properties.bootstrap.servers", "one:9092").format("json").build());
    Table longWords = tEnv.from("pairs").window(Over.partitionBy($("word")).orderBy($("seen")).preceding(UNBOUNDED_RANGE).as("all"))
        .select($("word"), $("size").sum().over($("all")).as("size")).where($("size").isGreater(10));
    StreamStatementSet set = tEnv.createStatementSet();
    set.add(longWords.insertInto("words"));
    set.attachAsDataStream();
    env.execute("fields");
  }
}
