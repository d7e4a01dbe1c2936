package com.acme.h;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

public class PojosJob {
  public static class Base { public String inherited; public static String STATIC = "s"; }
  public static class Order extends Base { public long id; public Inner inner; public List<Inner> inners; public Optional<String> maybe; public byte[] raw; public Inner.Kind kind; private int hidden; public int getHidden() { return hidden; } public void setHidden(int v) { hidden = v; } }
  public static class Inner { public enum Kind { A, B } public String x; }
  static class OrderReader implements DeserializationSchema<Order> {
    @Override public Order deserialize(byte[] b) { return null; }
    @Override public boolean isEndOfStream(Order o) { return false; }
    @Override public TypeInformation<Order> getProducedType() { return TypeInformation.of(new TypeHint<Order>() {}); }
  }
  static class RecordReader implements KafkaRecordDeserializationSchema<Order> {
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> r, Collector<Order> o) {}
    @Override public TypeInformation<Order> getProducedType() { return Types.POJO(Order.class); }
  }
  static class OrderWriter implements SerializationSchema<Order> { @Override public byte[] serialize(Order o) { return null; } }
  static abstract class Writer<T> implements SerializationSchema<T> { }
  static class InnerWriter extends Writer<Order> { @Override public byte[] serialize(Order o) { return null; } }
  enum Color { RED }
  static class ColorReader extends AbstractDeserializationSchema<Color> { @Override public Color deserialize(byte[] b) { return null; } }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Order> a = env.fromSource(KafkaSource.<Order>builder().setBootstrapServers("k:9092").setTopics("a").setGroupId("g").setValueOnlyDeserializer(new OrderReader()).build(), WatermarkStrategy.noWatermarks(), "a");
    DataStream<Order> b = env.fromSource(KafkaSource.<Order>builder().setBootstrapServers("k:9092").setTopics("b").setGroupId("g").setDeserializer(new RecordReader()).build(), WatermarkStrategy.noWatermarks(), "b");
    env.fromSource(KafkaSource.<Color>builder().setBootstrapServers("k:9092").setTopics("colors").setGroupId("g").setValueOnlyDeserializer(new ColorReader()).build(), WatermarkStrategy.noWatermarks(), "c").print();
    a.union(b).sinkTo(sink("w1", new OrderWriter()));
    a.sinkTo(sink("w2", new InnerWriter()));
    a.sinkTo(sink("w3", new SerializationSchema<Order>() { @Override public byte[] serialize(Order o) { return null; } }));
    env.execute("pojos");
  }
  static KafkaSink<Order> sink(String t, SerializationSchema<Order> s) {
    return KafkaSink.<Order>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<Order>builder().setTopic(t).setValueSerializationSchema(s).build()).build();
  }
}
