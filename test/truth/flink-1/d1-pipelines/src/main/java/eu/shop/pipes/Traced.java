package eu.shop.pipes;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

class Traced implements Pipeline {
  private final List<? extends Pipeline> parts;
  Traced(List<? extends Pipeline> parts) { this.parts = parts; }
  @Override public String name() { return parts.stream().map(Pipeline::name).collect(Collectors.joining("+", "[", "]")); }
  @Override public void attach(StreamExecutionEnvironment env) {
    for (var part : parts) {
      part.attach(env);
    }
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName(name()).jobNamespace(getClass().getPackageName()).build());
  }
}
