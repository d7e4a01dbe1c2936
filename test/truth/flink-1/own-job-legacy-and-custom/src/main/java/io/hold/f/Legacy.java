package io.hold.f;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;
import org.apache.flink.streaming.api.functions.sink.SinkFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.time.Time;
import org.apache.kafka.clients.producer.ProducerRecord;

public class Legacy {
  static class Routed implements KafkaRecordSerializationSchema<String> {
    private final String topic;
    private final String suffix;
    Routed(String prefix, String suffix) { this.topic = prefix + "-routed"; this.suffix = suffix; }
    @Override public ProducerRecord<byte[], byte[]> serialize(String s, KafkaSinkContext c, Long ts) { return new ProducerRecord<>(topic + suffix, s.getBytes()); }
  }
  static class Nowhere implements SinkFunction<String> {
    @Override public void invoke(String v, Context c) {}
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).build());
    DataStream<String> words = env.fromElements("a", "b").union(env.fromSource(KafkaSource.<String>builder().setBootstrapServers("leg:9092").setTopics(Arrays.asList("w1")).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "w"));
    words.keyBy(w -> w).window(TumblingProcessingTimeWindows.of(Time.minutes(1))).reduce((l, r) -> l + r)
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers("leg:9092").setRecordSerializer(new Routed("words", "x")).build());
    words.addSink(new Nowhere());
    env.execute("legacy");
  }
}
