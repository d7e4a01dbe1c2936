package io.hold.b;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;
import org.apache.flink.api.java.utils.ParameterTool;

public final class Main {
  private Main() {}

  static String brokers(String env) {
    switch (env) {
      case "prod": return "prod-kafka:9093";
      case "test": return "test-kafka:9092";
      default: throw new IllegalArgumentException(env);
    }
  }

  public static void main(String... argv) throws Exception {
    ParameterTool p = ParameterTool.fromArgs(argv);
    String servers = brokers(p.get("env", "test"));
    int limit = p.getInt("limit", 3);
    StreamExecutionEnvironment see = StreamExecutionEnvironment.getExecutionEnvironment();
    OpenLineageFlinkJobListener l = OpenLineageFlinkJobListener.builder().jobNamespace(p.get("ns", "hold-b")).executionEnvironment(see).build();
    see.registerJobListener(l);
    KafkaSource<String> src = KafkaSource.<String>builder().setProperty("bootstrap.servers", servers).setTopics("in." + p.getRequired("env") + "." + limit).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    DataStream<String> in = see.fromSource(src, WatermarkStrategy.noWatermarks(), "in");
    Map<String, String> routes = new LinkedHashMap<>();
    routes.put("low", "route-low");
    routes.put("high", "route-high");
    routes.computeIfAbsent("mid", k -> "route-" + k);
    routes.remove("low");
    for (Map.Entry<String, String> route : routes.entrySet()) {
      final String key = route.getKey();
      final String topic = route.getValue();
      in.filter(x -> x.startsWith(key)).sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers)
          .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopicSelector(e -> topic.toUpperCase(Locale.ROOT)).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
    see.execute();
  }
}
