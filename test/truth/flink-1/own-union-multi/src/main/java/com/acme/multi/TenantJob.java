package com.acme.multi;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class TenantJob {
  @FunctionalInterface interface TopicNamer { String name(String tenant, Direction d); }
  enum Direction { IN { @Override String tag() { return "raw"; } }, OUT { @Override String tag() { return "clean"; } }; abstract String tag(); }

  private static final List<String> TENANTS;
  static {
    List<String> t = new ArrayList<>();
    for (char c = 'a'; c <= 'c'; c++) { t.add("tenant-" + c); }
    t.removeIf(x -> x.endsWith("b"));
    TENANTS = List.copyOf(t);
  }

  private final TopicNamer namer;
  private final Supplier<String> servers;

  TenantJob(TopicNamer namer, Supplier<String> servers) {
    this.namer = Objects.requireNonNull(namer, "namer");
    this.servers = servers;
  }

  Collection<DataStream<String>> inputs(StreamExecutionEnvironment env) {
    List<DataStream<String>> all = new ArrayList<>();
    int i = 0;
    while (i < TENANTS.size()) {
      String tenant = TENANTS.get(i++);
      if (tenant.isEmpty()) { continue; }
      all.add(env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers.get()).setTopics(namer.name(tenant, Direction.IN)).setGroupId(tenant)
          .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), tenant).name(tenant));
    }
    return all;
  }

  void run(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("tenants").jobNamespace("mt").build());
    int n = 0;
    for (DataStream<String> in : inputs(env)) {
      String out = namer.name(TENANTS.get(n), Direction.valueOf("OUT"));
      in.map(String::trim).rebalance().sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers.get()).setRecordSerializer(
          KafkaRecordSerializationSchema.<String>builder().setTopic(out).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
      n++;
    }
    env.execute();
  }

  public static void main(String[] args) throws Exception {
    String domain = "acme" + (char) ('0' + 7);
    new TenantJob((tenant, d) -> String.format("%s.%s.%s", domain, tenant.replace('-', '_'), d.tag()), () -> "mt." + domain + ":9092").run(args);
  }
}
