package com.acme.ser;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.nio.charset.StandardCharsets;
import javax.annotation.Nullable;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

public class SerializerForms {
  static class WithTopicField implements KafkaRecordSerializationSchema<String> {
    private final String topic;
    WithTopicField(String prefix) { this.topic = prefix + ".events"; }
    @Override public ProducerRecord<byte[], byte[]> serialize(String s, KafkaSinkContext c, Long ts) {
      return new ProducerRecord<>(topic, s.getBytes(StandardCharsets.UTF_8));
    }
  }

  static class OtherFieldName implements KafkaRecordSerializationSchema<String> {
    private final String target = "other-name";
    @Nullable @Override public ProducerRecord<byte[], byte[]> serialize(String s, KafkaSinkContext c, Long ts) {
      return new ProducerRecord<>(target, s.getBytes());
    }
  }

  static abstract class Base implements KafkaRecordSerializationSchema<String> {
    protected String topic;
    @Override public ProducerRecord<byte[], byte[]> serialize(String s, KafkaSinkContext c, Long ts) {
      return new ProducerRecord<>(topic, s.getBytes());
    }
  }

  static class Inherited extends Base {
    Inherited() { topic = "inherited-topic"; }
  }

  static class ConstantTopic implements KafkaRecordSerializationSchema<String> {
    private static final String topic = "static-topic";
    @Override public ProducerRecord<byte[], byte[]> serialize(String s, KafkaSinkContext c, Long ts) {
      return new ProducerRecord<>(topic, s.getBytes());
    }
  }

  static KafkaSink<String> sink(KafkaRecordSerializationSchema<String> schema) {
    return KafkaSink.<String>builder().setBootstrapServers("ser:9092").setRecordSerializer(schema).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("serializers").jobNamespace("n").build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("ser:9092").setTopics("in").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    in.sinkTo(sink(new WithTopicField("acme")));
    in.sinkTo(sink(new OtherFieldName()));
    in.sinkTo(sink(new Inherited()));
    in.sinkTo(sink(new ConstantTopic()));
    in.sinkTo(sink((s, c, ts) -> new ProducerRecord<>("lambda-topic", s.getBytes())));
    env.execute();
  }
}
