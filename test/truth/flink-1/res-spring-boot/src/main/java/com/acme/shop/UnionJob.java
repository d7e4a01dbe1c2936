package com.acme.shop;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

@Component
public class UnionJob implements CommandLineRunner {
  private final StreamExecutionEnvironment env;
  private final KafkaProperties kafka;
  @Value("${lineage.namespace}")
  private String namespace;
  @Value("${lineage.job:union-of-topics}")
  private String job;

  public UnionJob(StreamExecutionEnvironment env, KafkaProperties kafka) {
    this.env = env;
    this.kafka = kafka;
  }

  @Override
  public void run(String... args) throws Exception {
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace(namespace).jobName(job).build());
    KafkaSource<String> source = KafkaSource.<String>builder()
        .setBootstrapServers(kafka.getBootstrapServers())
        .setGroupId(kafka.getGroup())
        .setTopics(kafka.getInputs())
        .setValueOnlyDeserializer(new SimpleStringSchema())
        .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "in").sinkTo(KafkaSink.<String>builder()
        .setBootstrapServers(kafka.getBootstrapServers())
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(kafka.getOutput()).setValueSerializationSchema(new SimpleStringSchema()).build())
        .build());
    env.execute(job);
  }
}
