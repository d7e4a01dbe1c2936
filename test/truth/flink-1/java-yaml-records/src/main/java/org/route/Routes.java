package org.route;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.io.InputStream;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Routes {
  enum Kind {
    COPY { boolean active() { return true; } },
    SPLIT { boolean active() { return true; } },
    OFF;
    boolean active() { return false; }
  }
  record Kafka(List<String> brokers, Map<String, String> properties) {
    Properties asProperties() {
      Properties result = new Properties();
      result.putAll(properties);
      return result;
    }
    String servers() { return String.join(",", brokers); }
  }
  record Lineage(String namespace) {}
  record Route(String from, List<String> to, Kind kind) {
    Route {
      Objects.requireNonNull(from, "from");
      to = to == null ? List.of() : List.copyOf(to);
    }
  }
  record Config(Kafka kafka, Lineage lineage, List<Route> routes) {}

  private final Config config;
  private final StreamExecutionEnvironment env;

  Routes(Config config, StreamExecutionEnvironment env) {
    this.config = config;
    this.env = env;
  }

  void connect(Route route) {
    DataStream<String> stream = env.fromSource(KafkaSource.<String>builder()
        .setBootstrapServers(config.kafka().servers()).setProperties(config.kafka().asProperties())
        .setTopics(route.from()).setGroupId("routing-" + route.kind().name().toLowerCase(Locale.ROOT))
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), route.from());
    int n = route.to().size();
    for (int i = 0; i < n; i++) {
      int own = i;
      stream.filter(it -> Math.floorMod(it.hashCode(), n) == own).sinkTo(KafkaSink.<String>builder()
          .setBootstrapServers(config.kafka().servers()).setKafkaProducerConfig(config.kafka().asProperties())
          .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(route.to().get(i)).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
  }

  public static void main(String[] args) throws Exception {
    Config config;
    try (InputStream in = Routes.class.getResourceAsStream("/routes.yml")) {
      config = new ObjectMapper(new YAMLFactory()).readValue(in, Config.class);
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace(config.lineage().namespace()).jobName("routes").build());
    Routes routes = new Routes(config, env);
    config.routes().stream().filter(it -> it.kind().active()).forEach(routes::connect);
    env.execute("routes");
  }
}
