package io.ware;
import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.InputStream;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Main {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()).findAndRegisterModules();

  static <T> T read(String name, Class<T> type) {
    try (InputStream in = Main.class.getResourceAsStream(name)) {
      return YAML.readValue(in, type);
    } catch (Exception problem) {
      throw new IllegalStateException(name, problem);
    }
  }

  public static void main(String[] args) throws Exception {
    JsonNode lineage = new ObjectMapper().readTree(Thread.currentThread().getContextClassLoader().getResource("lineage.json"));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env)
        .jobNamespace(lineage.get("namespace").asText())
        .jobName(lineage.at("/job/name").asText("none") + "-" + lineage.path("job").path("suffix").asInt(1) + lineage.path("none").asText("-x") + lineage.get("names").get(1).textValue())
        .build());
    for (Config.Pipeline it : read("/ware/pipelines.yaml", Config.class).getPipelines()) {
      if (!it.enabled) {
        continue;
      }
      DataStream<String> stream = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(it.servers).setTopics(it.input().topics())
          .setGroupId(it.input().group()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), it.name);
      stream.sinkTo(KafkaSink.<String>builder().setBootstrapServers(it.servers).setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
          .setTopic(it.out()).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
    env.execute();
  }
}
