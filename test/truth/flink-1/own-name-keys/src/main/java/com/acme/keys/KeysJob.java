package com.acme.keys;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

public class KeysJob {
  private static final String PREFIX = "execution.job-listener.openlineage.";

  public static void main(String[] args) throws Exception {
    Map<String, String> raw = new HashMap<>();
    raw.put(PREFIX + "namespace", "keys-ns");
    raw.put(PREFIX + "job-name", "keys-job");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.configure(Configuration.fromMap(raw), KeysJob.class.getClassLoader());
    env.setRuntimeMode(RuntimeExecutionMode.AUTOMATIC);
    OpenLineageFlinkJobListener.OpenLineageFlinkJobListenerBuilder builder = OpenLineageFlinkJobListener.builder().executionEnvironment(env);
    env.registerJobListener(builder.build());
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers("x:9092").setTopics("t").setBounded(OffsetsInitializer.latest())
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "t").sinkTo(new DiscardingSink<>());
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    env.execute("other");
  }
}
