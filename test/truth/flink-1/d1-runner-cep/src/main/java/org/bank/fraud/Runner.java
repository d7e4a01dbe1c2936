package org.bank.fraud;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

final class Runner {
  @FunctionalInterface interface Definition { void define(StreamExecutionEnvironment env, Context context) throws Exception; }

  static final class Context {
    private final Runner runner;
    private Context(Runner runner) { this.runner = runner; }
    String servers() { return String.join(",", runner.servers); }
    String topic(String name) { return runner.name.get().split("-")[0] + "." + name; }
  }

  private final Supplier<String> name;
  private String[] servers = {"localhost:9092"};

  private Runner(Supplier<String> name) { this.name = name; }

  static Runner named(Supplier<String> name) { return new Runner(name); }

  Runner withServers(String... servers) { this.servers = servers; return this; }

  void run(Definition definition) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("bank").jobName(name.get()).build());
    definition.define(env, new Context(this));
    env.execute(name.get());
  }
}
