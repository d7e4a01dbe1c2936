package com.acme.h;

import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.json.JsonDeserializationSchema;
import org.apache.flink.formats.json.JsonSerializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

public class FormsJob {
  public static class Event { public String id; }
  static class NoType implements KafkaRecordDeserializationSchema<Event> {
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> r, Collector<Event> o) {}
    @Override public TypeInformation<Event> getProducedType() { return org.apache.flink.api.java.typeutils.TypeExtractor.getForClass(Event.class); }
  }
  static class ViaField extends AbstractDeserializationSchema<Event> { ViaField() { super(Event.class); } @Override public Event deserialize(byte[] b) { return null; } }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    read(env, "string-class", KafkaSource.<String>builder().setDeserializer(KafkaRecordDeserializationSchema.valueOnly(org.apache.kafka.common.serialization.StringDeserializer.class)));
    read(env, "value-only", KafkaSource.<Event>builder().setDeserializer(KafkaRecordDeserializationSchema.valueOnly(new JsonDeserializationSchema<>(TypeInformation.of(Event.class)))));
    read(env, "own", KafkaSource.<Event>builder().setDeserializer(new NoType()));
    read(env, "via-field", KafkaSource.<Event>builder().setValueOnlyDeserializer(new ViaField()));
    read(env, "supplier", KafkaSource.<Map<String, Object>>builder().setValueOnlyDeserializer(new JsonDeserializationSchema<>(TypeInformation.of(new TypeHint<Map<String, Object>>() {}))));
    DataStream<Event> e = env.fromSource(KafkaSource.<Event>builder().setBootstrapServers("k:9092").setTopics("e").setGroupId("g").setValueOnlyDeserializer(new ViaField()).build(), WatermarkStrategy.noWatermarks(), "e");
    e.map(x -> x.id).sinkTo(sink("text", new SimpleStringSchema()));
    e.sinkTo(KafkaSink.<Event>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<Event>builder().setTopic("method-ref").setKeySerializationSchema(new KeyWriter()).setValueSerializationSchema(new JsonSerializationSchema<>()).build()).build());
    env.execute("forms");
  }
  static class KeyWriter implements SerializationSchema<Event> { @Override public byte[] serialize(Event e) { return null; } }
  static <T> void read(StreamExecutionEnvironment env, String topic, KafkaSourceBuilder<T> b) {
    env.fromSource(b.setBootstrapServers("k:9092").setTopics(topic).setGroupId("g").build(), WatermarkStrategy.noWatermarks(), topic).sinkTo(new DiscardingSink<>());
  }
  static <T> KafkaSink<T> sink(String t, SerializationSchema<T> s) {
    return KafkaSink.<T>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<T>builder().setTopic(t).setValueSerializationSchema(s).build()).build();
  }
}
