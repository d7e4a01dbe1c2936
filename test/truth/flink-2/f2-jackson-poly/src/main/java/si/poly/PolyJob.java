package si.poly;

import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.databind.node.*;
import java.io.*;
import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

public class PolyJob {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({@JsonSubTypes.Type(value = Kafka.class, name = "kafka"), @JsonSubTypes.Type(value = Log.class, name = "log")})
  sealed interface Out permits Kafka, Log { void write(DataStream<String> stream, String brokers); }

  static final class Kafka implements Out {
    public String topic;
    public String brokers;
    private final Properties more = new Properties();
    @JsonAnySetter void more(String key, Object value) { more.put(key, value); }
    @Override public void write(DataStream<String> stream, String fallback) {
      stream.sinkTo(KafkaSink.<String>builder().setKafkaProducerConfig(more).setBootstrapServers(Objects.requireNonNullElse(brokers, fallback)).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
  }
  record Log() implements Out { @Override public void write(DataStream<String> stream, String brokers) { stream.print(); } }

  public static void main(String[] args) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode flow = (ObjectNode) mapper.readTree(PolyJob.class.getResourceAsStream("/flow.json"));
    JsonNode override = mapper.readTree(PolyJob.class.getResource("/override.json"));
    String brokers = StreamSupport.stream(flow.path("source").path("brokers").spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(","));
    List<String> topics = new ArrayList<>();
    for (JsonNode tree : List.of(flow, override)) {
      tree.at("/source/topics").fields().forEachRemaining(it -> { if (it.getValue().path("enabled").asBoolean(true)) topics.add(it.getKey()); });
    }
    flow.setAll((ObjectNode) override);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(brokers).setTopics(topics.toArray(String[]::new)).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    List<Out> outs = mapper.convertValue(flow.get("sinks"), new TypeReference<List<Out>>() {});
    outs.forEach(it -> it.write(in, brokers));
    env.execute(flow.get("name").textValue());
  }
}
