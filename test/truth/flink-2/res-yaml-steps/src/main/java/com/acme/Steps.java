package com.acme;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class Steps {
  public static void main(String[] args) throws Exception {
    Plan plan = new ObjectMapper(new YAMLFactory()).readValue(Steps.class.getResource("/steps.yaml"), Plan.class);
    StreamTableEnvironment t = StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());
    plan.steps().stream().filter(it -> it.enabled).map(it -> it.filled(plan.variables())).forEach(t::executeSql);
  }
}
