package no.own;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.nio.charset.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;
import org.apache.flink.streaming.connectors.kafka.*;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.*;

public class OwnKafka {
  enum Level { INFO, WARN; static Level of(String text) { return text == null ? INFO : valueOf(text); } }

  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("own").jobName("own").build());
    DataStream<String> lines = env.fromSource(KafkaSource.<String>builder().setProperty(ConsumerConfigs.SERVERS, "own-a:9092").setTopics("lines", "more")
        .setDeserializer(new Lines()).build(), WatermarkStrategy.noWatermarks(), "lines");
    Map<Level, String> topics = new EnumMap<>(Map.of(Level.INFO, "log.info", Level.WARN, "log.warn"));
    TopicSelector<String> byLevel = line -> topics.get(Level.of(line));
    lines.sinkTo(sink(KafkaRecordSerializationSchema.<String>builder().setTopicSelector(byLevel).setValueSerializationSchema(new SimpleStringSchema()).build()));
    lines.sinkTo(sink(new Tagged("tagged", "x")));
    lines.sinkTo(sink(new Other("other")));
    lines.sinkTo(sink(Named.to("named")));
    lines.addSink(new Plain("plain")).name("plain");
    env.execute();
  }

  interface ConsumerConfigs { String SERVERS = "bootstrap.servers"; }

  static KafkaSink<String> sink(KafkaRecordSerializationSchema<String> serializer) { return KafkaSink.<String>builder().setBootstrapServers("own-b:9092").setRecordSerializer(serializer).build(); }

  static abstract class Base implements KafkaRecordSerializationSchema<String> {
    protected final String topic;
    Base(String topic) { this.topic = "base." + topic; }
    @Override public ProducerRecord<byte[], byte[]> serialize(String element, KafkaSinkContext context, Long timestamp) { return new ProducerRecord<>(topic, element.getBytes(StandardCharsets.UTF_8)); }
  }
  static class Tagged extends Base { private final String tag; Tagged(String topic, String tag) { super(topic + "." + tag); this.tag = tag; } }
  static class Other implements KafkaRecordSerializationSchema<String> {
    private final String target;
    Other(String target) { this.target = target; }
    @Override public ProducerRecord<byte[], byte[]> serialize(String element, KafkaSinkContext context, Long timestamp) { return new ProducerRecord<>(target, element.getBytes()); }
  }
  interface Named extends KafkaRecordSerializationSchema<String> {
    static Named to(String topic) { return (element, context, timestamp) -> new ProducerRecord<>(topic, element.getBytes()); }
  }
  static class Plain extends FlinkKafkaProducer<String> {
    Plain(String topic) { super(topic, new SimpleStringSchema(), properties("own-c:9092")); }
    private static Properties properties(String servers) { Properties result = new Properties(); result.setProperty(ConsumerConfigs.SERVERS, servers); return result; }
  }
  static class Lines implements KafkaRecordDeserializationSchema<String> {
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<String> out) { out.collect(new String(record.value())); }
    @Override public TypeInformation<String> getProducedType() { return Types.STRING; }
  }
}
