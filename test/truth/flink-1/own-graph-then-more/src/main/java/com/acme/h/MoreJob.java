package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class MoreJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    env.fromSource(k("first"), WatermarkStrategy.noWatermarks(), "in").print();
    env.getStreamGraph();
    env.fromSource(k("second"), WatermarkStrategy.noWatermarks(), "in2").print();
    env.executeAsync("x");
  }
  static KafkaSource<String> k(String t) { return KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(t).setValueOnlyDeserializer(new SimpleStringSchema()).build(); }
}
