package io.prov.job;

import java.nio.charset.StandardCharsets;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.lineage.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.subscriber.KafkaSubscriber;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

public class ProvidersJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> seen = env.fromSource(source(new Told("meter.a", "meter.b")), WatermarkStrategy.noWatermarks(), "told");
    DataStream<String> untold = env.fromSource(source(new Untold()), WatermarkStrategy.noWatermarks(), "untold");
    DataStream<String> all = seen.union(untold);
    all.sinkTo(sink(KafkaRecordSerializationSchema.<String>builder().setTopicSelector(new ByUnit(List.of("unit.kwh", "unit.m3"))).setValueSerializationSchema(new SimpleStringSchema()).build()));
    all.sinkTo(sink(KafkaRecordSerializationSchema.<String>builder().setTopicSelector(new Silent()).setValueSerializationSchema(new SimpleStringSchema()).build()));
    all.sinkTo(sink(new Recorded("unit.all")));
    env.execute("providers");
  }

  private static KafkaSource<String> source(KafkaSubscriber subscriber) {
    return KafkaSource.<String>builder().setBootstrapServers("meters:9092").setKafkaSubscriber(subscriber).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  private static KafkaSink<String> sink(KafkaRecordSerializationSchema<String> serializer) {
    return KafkaSink.<String>builder().setBootstrapServers("units:9092,units-2:9092").setRecordSerializer(serializer).build();
  }

  static class Untold implements KafkaSubscriber {
    @Override public Set<TopicPartition> getSubscribedTopicPartitions(AdminClient client) { return Set.of(new TopicPartition("meter.c", 0)); }
  }

  static class Told extends Untold implements KafkaDatasetIdentifierProvider {
    private final String[] topics;
    Told(String... topics) { this.topics = topics; }
    @Override public Optional<DefaultKafkaDatasetIdentifier> getDatasetIdentifier() { return Optional.of(DefaultKafkaDatasetIdentifier.ofTopics(Arrays.asList(topics))); }
  }

  static class ByUnit implements TopicSelector<String>, KafkaDatasetIdentifierProvider {
    private final List<String> topics;
    ByUnit(List<String> topics) { this.topics = topics; }
    @Override public String apply(String reading) { return topics.get(reading.length() % topics.size()); }
    @Override public Optional<DefaultKafkaDatasetIdentifier> getDatasetIdentifier() { return Optional.of(DefaultKafkaDatasetIdentifier.ofTopics(topics)); }
  }

  static class Silent implements TopicSelector<String>, KafkaDatasetIdentifierProvider {
    @Override public String apply(String reading) { return "unit." + reading; }
    @Override public Optional<DefaultKafkaDatasetIdentifier> getDatasetIdentifier() { return Optional.empty(); }
  }

  static class Recorded implements KafkaRecordSerializationSchema<String>, KafkaDatasetFacetProvider, TypeDatasetFacetProvider {
    private final String topic;
    Recorded(String topic) { this.topic = topic; }
    @Override public ProducerRecord<byte[], byte[]> serialize(String element, KafkaSinkContext context, Long timestamp) { return new ProducerRecord<>(topic, element.getBytes(StandardCharsets.UTF_8)); }
    @Override public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() { return Optional.of(new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(Collections.singletonList(topic)))); }
    @Override public Optional<TypeDatasetFacet> getTypeDatasetFacet() { return Optional.of(new DefaultTypeDatasetFacet(TypeInformation.of(Reading.class))); }
  }

  public static class Reading { public String unit; public double amount; public Long at; }
}
