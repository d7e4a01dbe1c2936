package com.acme.select;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TopicSelector;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Selectors {
  static class ByPrefix implements TopicSelector<String> {
    private final Map<String, String> table;
    private final String fallback;
    ByPrefix(Map<String, String> table, String fallback) { this.table = table; this.fallback = fallback; }
    @Override public String apply(String s) {
      if (s == null || s.isEmpty()) {
        return fallback;
      }
      return table.getOrDefault(s.substring(0, 1), fallback);
    }
  }

  private static String orDefault(String s) { return Objects.requireNonNullElse(s, "null-topic"); }

  private static <T> KafkaSink<T> sink(TopicSelector<? super T> selector, org.apache.flink.api.common.serialization.SerializationSchema<T> schema) {
    return KafkaSink.<T>builder().setBootstrapServers("sel:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<T>builder().setTopicSelector(selector).setValueSerializationSchema(schema).build()).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("selectors").build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("sel:9092").setTopics("in").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    in.sinkTo(sink(new ByPrefix(Map.of("a", "topic-a", "b", "topic-b"), "topic-rest"), new SimpleStringSchema()));
    in.sinkTo(sink(Selectors::orDefault, new SimpleStringSchema()));
    in.sinkTo(sink(s -> "prefix-" + s, new SimpleStringSchema()));
    in.sinkTo(sink(s -> s == null ? "was-null" : s.trim(), new SimpleStringSchema()));
    in.sinkTo(sink(String::valueOf, new SimpleStringSchema()));
    env.execute();
  }
}
