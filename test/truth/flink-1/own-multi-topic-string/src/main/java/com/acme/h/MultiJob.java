package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Arrays;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

public class MultiJob {
  static class Multi extends org.apache.flink.streaming.connectors.kafka.internals.KafkaTopicsDescriptor implements KafkaRecordSerializationSchema<String> {
    Multi(String... topics) { super(Arrays.asList(topics), null); }
    @Override public ProducerRecord<byte[], byte[]> serialize(String e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(getFixedTopics().get(0), e.getBytes()); }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    env.fromSource(k("in"), WatermarkStrategy.noWatermarks(), "in").sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(new Multi("m1", "m2")).build());
    env.execute();
  }
  static KafkaSource<String> k(String t) { return KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(t).setValueOnlyDeserializer(new SimpleStringSchema()).build(); }
}
