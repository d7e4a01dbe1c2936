package com.acme.sw;
import static java.util.Map.entry;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Main {
  @FunctionalInterface interface Naming { String name(String stage, String topic); }

  private static final Map<String, Naming> NAMINGS = Map.ofEntries(entry("dotted", (stage, topic) -> stage + "." + topic), entry("plain", (stage, topic) -> topic));
  private static final boolean LOCAL = "true".equalsIgnoreCase("false");
  private static final String STAGE = LOCAL ? "local" : "prod";

  record Cluster(String servers, Naming naming) {
    static Cluster of(String stage) {
      return switch (stage) {
        case "local", "test" -> new Cluster("localhost:9092", NAMINGS.get("plain"));
        case "prod" -> {
          StringBuilder servers = new StringBuilder();
          int n = 0;
          do {
            servers.append(servers.isEmpty() ? "" : ",").append("sw-").append(++n).append(":9092");
          } while (n < 2);
          yield new Cluster(servers.toString(), NAMINGS.get("dotted"));
        }
        default -> throw new IllegalStateException(stage);
      };
    }
    String topic(String name) { return naming.name(STAGE, name); }
  }

  public static void main(String[] args) throws Exception {
    Cluster cluster = Cluster.of(STAGE);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> union = null;
    for (String name : new TreeSet<>(Set.of("one", "two"))) {
      DataStream<String> next = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(cluster.servers()).setTopics(cluster.topic(name)).setGroupId("sw").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), name);
      union = union == null ? next : union.union(next);
    }
    union.sinkTo(KafkaSink.<String>builder().setBootstrapServers(cluster.servers()).setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(cluster.topic("all")).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("switch-" + STAGE);
  }
}
