package com.acme.wiring;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.java.utils.MultipleParameterTool;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.core.execution.JobListener;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public final class ConditionalWiring {
  private ConditionalWiring() {}

  static final class Lineage {
    static void enable(StreamExecutionEnvironment env, String name) {
      JobListener l = OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName(name).jobNamespace(
          Optional.ofNullable(System.getenv("NO_SUCH_VARIABLE_HERE")).orElse("fallback-ns")).build();
      env.registerJobListener(l);
    }
  }

  public static void main(String[] args) throws Exception {
    MultipleParameterTool params = MultipleParameterTool.fromArgs(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (params.has("lineage") && params.getBoolean("lineage", false)) {
      Lineage.enable(env, params.get("app"));
    }
    String[] topics = params.getMultiParameterRequired("topic").toArray(new String[0]);
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers(params.get("brokers", "localhost:9092")).setTopics(topics).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "s").print();
    env.execute(params.get("app"));
  }
}
