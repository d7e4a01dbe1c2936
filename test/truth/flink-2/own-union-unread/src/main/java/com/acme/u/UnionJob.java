package com.acme.u;

import java.util.regex.Pattern;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import java.time.Duration;

public class UnionJob {
  private static KafkaSource<String> src(String... topics) {
    return KafkaSource.<String>builder().setBootstrapServers("u-1:9092,u-2:9092").setTopics(topics).setGroupId("g")
        .setStartingOffsets(OffsetsInitializer.earliest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<String> shared = src("shared");
    DataStream<String> a = env.fromSource(shared, WatermarkStrategy.noWatermarks(), "a");
    DataStream<String> b = env.fromSource(shared, WatermarkStrategy.noWatermarks(), "b");
    DataStream<String> c = env.fromSource(src("c-1", "c-2"), WatermarkStrategy.noWatermarks(), "c");
    env.fromSource(src("unread"), WatermarkStrategy.noWatermarks(), "unread");
    env.fromSource(src("half-read"), WatermarkStrategy.noWatermarks(), "half").map(String::length);
    env.fromSource(src("windowed"), WatermarkStrategy.noWatermarks(), "w").keyBy(s -> s).window(TumblingProcessingTimeWindows.of(Duration.ofMinutes(1))).reduce((x, y) -> x);
    env.fromSource(src("reduced"), WatermarkStrategy.noWatermarks(), "r").keyBy(s -> s).reduce((x, y) -> x);
    env.fromSource(src("stamped"), WatermarkStrategy.noWatermarks(), "s").assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks());
    DataStream<String> all = a.union(b, c);
    KafkaSink<String> sink = KafkaSink.<String>builder().setBootstrapServers("u-1:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic("out").setValueSerializationSchema(new SimpleStringSchema()).build()).build();
    all.sinkTo(sink);
    all.filter(s -> s.isEmpty()).sinkTo(sink).name("again");
    env.execute();
  }
}
