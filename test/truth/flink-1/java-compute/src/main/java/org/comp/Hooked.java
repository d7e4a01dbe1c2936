package org.comp;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public abstract class Hooked {
  private final Pairs pairs;

  Hooked(String text) { pairs = new Pairs(text); }

  protected String topic(String name) { return pairs.get("prefix") + name; }
  protected abstract String output();

  void run() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("comp").jobName("hooked").build());
    List<String> topics = new ArrayList<>();
    for (Map.Entry<String, String> pair : pairs) {
      if (pair.getKey().equals("topic")) {
        for (String it : pair.getValue().split(",")) {
          topics.add(topic(it));
        }
      }
    }
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers(pairs.get("servers")).setTopics(topics).setGroupId("comp").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in")
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers(pairs.get("servers")).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic(output())).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("hooked");
  }

  public static void main(String[] args) throws Exception {
    new Hooked("servers = comp:9092; topic = a; prefix = comp; topic = b") {
      @Override protected String output() { return "out"; }
      @Override protected String topic(String name) { return super.topic(name).toLowerCase(); }
    }.run();
  }
}
