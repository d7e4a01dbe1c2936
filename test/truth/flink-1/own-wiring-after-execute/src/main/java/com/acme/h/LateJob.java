package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class LateJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromSequence(1, 5).print();
    env.execute("first");
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
  }
}
