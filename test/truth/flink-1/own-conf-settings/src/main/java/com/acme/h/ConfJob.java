package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Map;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class ConfJob {
  static final org.apache.flink.configuration.ConfigOption<String> NS = ConfigOptions.key("execution.job-listener.openlineage.namespace").stringType().noDefaultValue();
  public static void main(String[] args) throws Exception {
    Configuration conf = Configuration.fromMap(Map.of("execution.runtime-mode", "BATCH", "execution.job-listener.openlineage.job-name", "from-map"));
    conf.set(NS, "from-option");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(conf);
    conf.setString("execution.job-listener.openlineage.job-name", "too late");
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).build());
    env.fromElements("a").print();
    env.execute();
  }
}
