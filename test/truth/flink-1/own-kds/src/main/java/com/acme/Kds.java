package com.acme;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.serialization.JSONKeyValueDeserializationSchema;
public class Kds {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("q").jobName("q").build());
    env.fromSource(KafkaSource.<com.fasterxml.jackson.databind.node.ObjectNode>builder().setBootstrapServers("k:9092").setTopics("t")
      .setDeserializer(KafkaRecordDeserializationSchema.of((org.apache.flink.streaming.connectors.kafka.KafkaDeserializationSchema) new JSONKeyValueDeserializationSchema(false))).build(), WatermarkStrategy.noWatermarks(), "t").print();
    env.execute("kds");
  }
}
