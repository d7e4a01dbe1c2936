package com.acme.route;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import io.openlineage.flink.OpenLineageFlinkJobListener;

public class LevelRouter {
  private static String route(String line) {
    String level = line.substring(0, line.indexOf(' '));
    return "logs." + level.toLowerCase();
  }

  public static void main(String[] args) throws Exception {
    final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStreamSource<String> lines = env.fromSource(
        KafkaSource.<String>builder()
            .setBootstrapServers("logs-kafka:9092")
            .setTopics("logs.raw")
            .setGroupId("router")
            .setStartingOffsets(OffsetsInitializer.latest())
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build(),
        WatermarkStrategy.noWatermarks(), "raw logs");
    KafkaSink<String> sink = KafkaSink.<String>builder()
        .setBootstrapServers("logs-kafka:9092")
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
            .setTopicSelector(LevelRouter::route)
            .setValueSerializationSchema(new SimpleStringSchema())
            .build())
        .build();
    lines.filter(l -> !l.isEmpty()).sinkTo(sink);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("level-router").jobNamespace("logs").build());
    env.execute("level router");
  }
}
