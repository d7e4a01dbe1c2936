package com.acme.clicks;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class ClicksPeek {
  public static void main(String[] args) throws Exception {
    DataStream<String> visits =
        StreamExecutionEnvironment.getExecutionEnvironment()
            .fromSource(topic("visits"), WatermarkStrategy.noWatermarks(), "visits")
            .filter(visit -> visit.contains("/shop"));
    visits.print();
    StreamExecutionEnvironment env = visits.getExecutionEnvironment();
    env.registerJobListener(
        OpenLineageFlinkJobListener.builder()
            .executionEnvironment(env)
            .jobNamespace("register-fluent")
            .jobName("visits-peek")
            .build());
    env.executeAsync("visits-peek");

    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.registerJobListener(
        OpenLineageFlinkJobListener.builder()
            .executionEnvironment(environment)
            .jobNamespace("register-fluent")
            .jobName("clicks-peek")
            .build());
    environment
        .fromSource(topic("clicks"), WatermarkStrategy.noWatermarks(), "clicks")
        .filter(click -> click.startsWith("buy"))
        .executeAndCollect("clicks-peek")
        .forEachRemaining(System.out::println);
  }

  private static KafkaSource<String> topic(String name) {
    return KafkaSource.<String>builder()
        .setBootstrapServers("clicks:9092")
        .setTopics(name)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setValueOnlyDeserializer(new SimpleStringSchema())
        .build();
  }
}
