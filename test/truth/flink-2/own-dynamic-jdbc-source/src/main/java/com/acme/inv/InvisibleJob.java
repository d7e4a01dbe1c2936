package com.acme.inv;

import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class InvisibleJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> gen = env.fromSource(new DataGeneratorSource<>(i -> "row " + i, 100L, RateLimiterStrategy.perSecond(5), Types.STRING),
        WatermarkStrategy.noWatermarks(), "gen");
    DataStream<String> numbers = env.fromSequence(1, 10).map(String::valueOf);
    DataStream<String> data = env.fromData("a", "b").union(env.fromCollection(Arrays.asList("x")));
    gen.union(numbers, data).sinkTo(KafkaSink.<String>builder().setBootstrapServers("i:9092,j:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.builder().setTopic("generated").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.socketTextStream("localhost", 9999).writeToSocket("localhost", 9998, new SimpleStringSchema());
    env.execute();
  }
}
