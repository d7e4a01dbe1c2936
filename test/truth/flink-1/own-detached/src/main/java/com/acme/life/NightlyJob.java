package com.acme.life;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class NightlyJob {
  public static void main(String[] args) throws Exception {
    Configuration conf = new Configuration();
    conf.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    conf.setString("execution.job-listener.openlineage.job-name", "nightly-count");
    conf.setString("execution.job-listener.openlineage.namespace", "nightly");
    try (StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(conf)) {
      env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("from-builder").build());
      KafkaSource<String> source = KafkaSource.<String>builder().setBootstrapServers("b:9092").setTopics("clicks")
          .setBounded(OffsetsInitializer.latest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
      env.fromSource(source, WatermarkStrategy.noWatermarks(), "clicks").print();
      JobClient client = env.executeAsync("ignored");
      System.out.println(client.getJobID());
    }
  }
}
