package net.city;
import com.google.gson.*;
import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.Collectors;
import org.apache.flink.connector.jdbc.*;
import org.yaml.snakeyaml.*;
import org.yaml.snakeyaml.constructor.Constructor;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Sensors {
  public static class Lineage {
    private String namespace;
    private Map<String, String> job;
    public String getNamespace() { return namespace; }
    public void setNamespace(String namespace) { this.namespace = namespace; }
    public Map<String, String> getJob() { return job; }
    public void setJob(Map<String, String> job) { this.job = job; }
  }

  static class Extra { String topic; int copies = 1; }

  static String sql(String name) throws IOException {
    StringBuilder text = new StringBuilder();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(Sensors.class.getClassLoader().getResourceAsStream(name)))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int comment = line.indexOf("--");
        text.append(comment < 0 ? line : line.substring(0, comment)).append(' ');
      }
    }
    return text.toString().trim().replaceAll("\\s+", " ");
  }

  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws Exception {
    Map<String, Object> city = new Yaml().load(Sensors.class.getResourceAsStream("/city.yml"));
    Map<String, Object> sensors = (Map<String, Object>) city.get("sensors");
    String servers = ((List<String>) sensors.get("servers")).stream().sorted(Comparator.reverseOrder()).collect(Collectors.joining(","));
    Lineage lineage = new Yaml(new Constructor(Lineage.class, new LoaderOptions())).load(Files.newInputStream(Paths.get("conf", "lineage.yml")));
    Extra extra = new Gson().fromJson("{\"topic\": \"extra\"}", Extra.class);

    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace(lineage.getNamespace()).jobName(lineage.getJob().get("name") + extra.copies).build());
    DataStream<String> all = null;
    for (Map.Entry<String, String> kind : ((Map<String, String>) sensors.get("kinds")).entrySet()) {
      DataStream<String> one = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers).setTopics(kind.getValue())
          .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), kind.getKey());
      all = all == null ? one : all.union(one);
    }
    Map<String, String> sink = (Map<String, String>) city.get("sink");
    all.addSink(JdbcSink.sink(sql(sink.get("sql")), (statement, it) -> statement.setString(1, it),
        new JdbcConnectionOptions.JdbcConnectionOptionsBuilder().withUrl(sink.getOrDefault("url", "none")).withDriverName("com.mysql.cj.jdbc.Driver").build()));
    all.sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers).setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
        .setTopic(extra.topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute();
  }
}
