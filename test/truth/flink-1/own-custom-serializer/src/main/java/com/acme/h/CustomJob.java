package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TopicSelector;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

public class CustomJob {
  static class WithTopic implements KafkaRecordSerializationSchema<String> {
    private final String topic;
    WithTopic(String topic) { this.topic = topic; }
    @Override public ProducerRecord<byte[], byte[]> serialize(String e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(topic, e.getBytes()); }
  }
  static class Below extends WithTopic { Below(String prefix) { super(prefix + ".below"); } }
  static class OtherField implements KafkaRecordSerializationSchema<String> {
    private final String target = "not-seen";
    @Override public ProducerRecord<byte[], byte[]> serialize(String e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(target, e.getBytes()); }
  }
  static class NullTopic implements KafkaRecordSerializationSchema<String> {
    private String topic;
    @Override public ProducerRecord<byte[], byte[]> serialize(String e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(topic, e.getBytes()); }
  }
  static class Selecting implements KafkaRecordSerializationSchema<String> {
    private final TopicSelector<String> topicSelector = s -> "selected";
    @Override public ProducerRecord<byte[], byte[]> serialize(String e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(topicSelector.apply(e), e.getBytes()); }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("in").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    String captured = "captured";
    in.sinkTo(sink(new WithTopic("with.topic")));
    in.sinkTo(sink(new Below("p")));
    in.sinkTo(sink(new OtherField()));
    in.sinkTo(sink(new NullTopic()));
    in.sinkTo(sink(new Selecting()));
    in.sinkTo(sink((e, c, t) -> new ProducerRecord<>(captured, e.getBytes())));
    in.sinkTo(sink(new KafkaRecordSerializationSchema<String>() {
      private final String topic = "anonymous";
      @Override public ProducerRecord<byte[], byte[]> serialize(String e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(topic, e.getBytes()); }
    }));
    env.execute("custom");
  }
  private static KafkaSink<String> sink(KafkaRecordSerializationSchema<String> s) {
    return KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(s).setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
  }
}
