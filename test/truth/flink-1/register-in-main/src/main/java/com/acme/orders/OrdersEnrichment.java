package com.acme.orders;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.api.java.utils.ParameterTool;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Adds the country to each order. */
public class OrdersEnrichment {

  private static final String JOB_NAME = "orders-enrichment";

  public static void main(String[] args) throws Exception {
    final ParameterTool parameters = ParameterTool.fromArgs(args);
    final String brokers = parameters.get("brokers", "orders-kafka:9092");

    final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.enableCheckpointing(30_000);

    DataStream<String> orders =
        env.fromSource(
            KafkaSource.<String>builder()
                .setBootstrapServers(brokers)
                .setTopics("orders", "orders-backfill")
                .setGroupId("enrichment")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build(),
            WatermarkStrategy.noWatermarks(),
            "orders");

    orders
        .map(order -> order + ";" + order.length())
        .sinkTo(
            KafkaSink.<String>builder()
                .setBootstrapServers(brokers)
                .setRecordSerializer(
                    KafkaRecordSerializationSchema.builder()
                        .setTopic(parameters.get("out", "orders-enriched"))
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .build());

    env.registerJobListener(
        OpenLineageFlinkJobListener.builder()
            .executionEnvironment(env)
            .jobNamespace("register-in-main")
            .jobName(JOB_NAME)
            .build());
    env.execute(JOB_NAME);
  }
}
