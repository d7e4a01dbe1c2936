package net.old.mix;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kafka.*;
import org.apache.kafka.clients.producer.ProducerRecord;

public class LegacyMix {
  private final Properties kafka = new Properties();

  { kafka.put("bootstrap.servers", hosts(2)); }

  private static String hosts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(it -> "old-" + it + ":9092").collect(Collectors.joining(","));
  }

  public static void main(String... args) throws Exception { new LegacyMix().start(StreamExecutionEnvironment.getExecutionEnvironment()); }

  private void start(StreamExecutionEnvironment env) throws Exception {
    List<String> topics = Stream.of("eu", "us", "eu").distinct().sorted(Comparator.reverseOrder()).map("orders_"::concat).collect(Collectors.toList());
    FlinkKafkaConsumer<String> consumer = new FlinkKafkaConsumer<>(topics, new SimpleStringSchema(), kafka);
    consumer.setStartFromEarliest().setCommitOffsetsOnCheckpoints(true);
    DataStream<String> orders = env.addSource(consumer).name("orders").uid("orders");
    DataStream<String> audits = env.addSource(new Audits(kafka, "v2"), "audits");

    Properties out = new Properties();
    out.putAll(kafka);
    out.setProperty("bootstrap.servers", "sink.old:9093");
    orders.union(audits).filter(it -> !it.isEmpty()).addSink(new FlinkKafkaProducer<>("orders_default", new Keyed("orders_keyed"), out, FlinkKafkaProducer.Semantic.EXACTLY_ONCE)).setParallelism(1);
    orders.addSink(new FlinkKafkaProducer<>(hosts(3), "orders_plain", new SimpleStringSchema()));
    audits.rebalance().addSink(new FlinkKafkaProducer<String>("audits_copy", new SimpleStringSchema(), out, Optional.empty()));
    register(env);
    env.execute();
  }

  private void register(StreamExecutionEnvironment env) {
    env.registerJobListener(OpenLineageFlinkJobListener.builder().jobName("legacy-mix").executionEnvironment(env).build());
  }

  static class Audits extends FlinkKafkaConsumer<String> {
    Audits(Properties properties, String version) { super("audits_" + version, new SimpleStringSchema(StandardCharsets.UTF_8), tuned(properties)); }
    private static Properties tuned(Properties properties) {
      Properties own = (Properties) properties.clone();
      own.setProperty("bootstrap.servers", "audit.old:9092");
      return own;
    }
  }

  static class Keyed implements KafkaSerializationSchema<String> {
    private final String topic;
    Keyed(String topic) { this.topic = topic; }
    @Override public ProducerRecord<byte[], byte[]> serialize(String element, Long timestamp) { return new ProducerRecord<>(topic, element.getBytes(StandardCharsets.UTF_8)); }
  }
}
