package com.example.payments;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Splits payments into those that are settled and those that somebody must look at. Flink 1.20. */
public class PaymentsJob {

  private static final String BROKERS = "kafka-1:9092";

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(
        OpenLineageFlinkJobListener.builder()
            .executionEnvironment(env)
            .jobNamespace("finance")
            .jobName("payments")
            .build());

    KafkaSource<String> payments =
        KafkaSource.<String>builder()
            .setBootstrapServers(BROKERS)
            .setTopics("payments.card", "payments.transfer")
            .setGroupId("payments")
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();

    var stream = env.fromSource(payments, WatermarkStrategy.noWatermarks(), "payments");
    stream.filter(payment -> payment.contains("\"settled\":true")).sinkTo(sinkOf("payments.settled"));
    stream.filter(payment -> !payment.contains("\"settled\":true")).sinkTo(sinkOf("payments.open"));

    env.execute("Payments");
  }

  private static KafkaSink<String> sinkOf(String topic) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(BROKERS)
        .setRecordSerializer(
            KafkaRecordSerializationSchema.builder()
                .setTopic(topic)
                .setValueSerializationSchema(new SimpleStringSchema())
                .build())
        .build();
  }
}
