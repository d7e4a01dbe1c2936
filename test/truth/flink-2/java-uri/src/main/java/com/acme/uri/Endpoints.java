package com.acme.uri;
import com.fasterxml.jackson.databind.*;
import java.net.URI;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Endpoints {
  private static final String CONFIG = """
      {
        "in": ["kafka://uri-a:9092/uri.in", "kafka://uri-b:9093/uri.in.more"],
        "out": "kafka://uri-a:9092/uri.out"
      }
      """;

  record Endpoint(String scheme, String servers, String topic) {
    static Endpoint of(Object given) {
      URI uri = given instanceof JsonNode node ? URI.create(node.asText()) : given instanceof URI own ? own : URI.create(given.toString());
      return new Endpoint(uri.getScheme(), uri.getHost() + ":" + uri.getPort(), uri.getPath().substring(1));
    }

    KafkaSource<String> source() {
      return switch (scheme) {
        case "kafka" -> KafkaSource.<String>builder().setBootstrapServers(servers).setTopics(topic).setGroupId("uri").setValueOnlyDeserializer(new SimpleStringSchema()).build();
        default -> throw new IllegalArgumentException("no source for " + scheme);
      };
    }
  }

  public static void main(String[] args) throws Exception {
    record Wiring(List<Endpoint> in, Endpoint out) {}
    var tree = new ObjectMapper().readTree(CONFIG);
    var in = new ArrayList<Endpoint>();
    for (var it : tree.get("in")) {
      in.add(Endpoint.of(it));
    }
    var wiring = new Wiring(in, Endpoint.of(tree.get("out")));
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    var stream = wiring.in().stream().map(it -> env.fromSource(it.source(), WatermarkStrategy.noWatermarks(), it.topic()).map(String::trim)).reduce((one, other) -> other).orElseThrow();
    stream.sinkTo(KafkaSink.<String>builder().setBootstrapServers(wiring.out().servers())
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(wiring.out().topic()).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("endpoints");
  }
}
