package com.acme;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class CopyOrders {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(
        OpenLineageFlinkJobListener.builder()
            .executionEnvironment(env)
            .jobNamespace("shop")
            .jobName("copies")
            .build());
    env.fromSource(
            KafkaSource.<String>builder()
                .setBootstrapServers("kafka:9092")
                .setTopics("orders")
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build(),
            WatermarkStrategy.noWatermarks(),
            "orders")
        .sinkTo(
            KafkaSink.<String>builder()
                .setBootstrapServers("kafka:9092")
                .setRecordSerializer(
                    KafkaRecordSerializationSchema.<String>builder()
                        .setTopic("copies")
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .build());
    env.execute("copies");
  }
}
