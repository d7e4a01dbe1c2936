package com.acme;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
public class Unread {
  static StreamExecutionEnvironment env;
  public static class Base { public String inherited; }
  public static class Gen<T> extends Base { public T value; public List<T> list; public Map.Entry<String,T>[] entries; public int n; protected int hidden; }
  static class ListReader extends AbstractDeserializationSchema<List<String>> { public List<String> deserialize(byte[] b) { return null; } }
  static class MapReader extends AbstractDeserializationSchema<Map<String,String>> { public Map<String,String> deserialize(byte[] b) { return null; } }
  static class GenReader extends AbstractDeserializationSchema<Gen<String>> { public Gen<String> deserialize(byte[] b) { return null; } }
  static class ObjReader extends AbstractDeserializationSchema<Object> { public Object deserialize(byte[] b) { return null; } }
  static class LowerSchema extends SimpleStringSchema { }
  static class TS implements TopicSelector<String> { public String apply(String s) { return "x"; } }
  static <T> DataStreamSource<T> s(String t, DeserializationSchema<T> d) {
    KafkaSource<T> k = KafkaSource.<T>builder().setBootstrapServers("k:9092").setTopics(t).setGroupId("g").setValueOnlyDeserializer(d).build();
    return env.fromSource(k, WatermarkStrategy.noWatermarks(), t);
  }
  public static void main(String[] args) throws Exception {
    env = StreamExecutionEnvironment.getExecutionEnvironment();
    s("unread", new SimpleStringSchema());
    s("keyed", new SimpleStringSchema()).keyBy(x -> x);
    s("timestamps", new SimpleStringSchema()).assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks());
    s("list", new ListReader()).sinkTo(new DiscardingSink<>());
    s("map", new MapReader()).sinkTo(new DiscardingSink<>());
    s("gen", new GenReader()).sinkTo(new DiscardingSink<>());
    s("obj", new ObjReader()).sinkTo(new DiscardingSink<>());
    s("arr", new TypeInformationSerializationSchema<>(Types.PRIMITIVE_ARRAY(Types.BYTE), new org.apache.flink.api.common.ExecutionConfig())).sinkTo(new DiscardingSink<>());
    DataStreamSource<String> a = s("str", new LowerSchema());
    KafkaSource<String> shared = KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("shared").setGroupId("g").setValueOnlyDeserializer(new SimpleStringSchema()).build();
    env.fromSource(shared, WatermarkStrategy.noWatermarks(), "s1").print();
    env.fromSource(shared, WatermarkStrategy.noWatermarks(), "s2").print();
    a.sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopicSelector(new TS()).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    a.sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic("kafka-ser").setKafkaValueSerializer(org.apache.kafka.common.serialization.StringSerializer.class).build()).build());
    env.execute("unread");
  }
}
