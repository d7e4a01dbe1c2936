package com.acme.kt;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

public class TypesJob {
  public static class Base { public String baseId; protected int secret; }
  public static class Event extends Base {
    public Long at;
    public List<String> tags;
    public Nested nested;
    public transient String skipped;
    private String hidden;
    public String getHidden() { return hidden; }
    public void setHidden(String h) { hidden = h; }
  }
  public static class Nested { public int x; }
  public record Point(int x, int y) {}
  public enum Level { LOW, HIGH }

  public static class EventSchema extends AbstractDeserializationSchema<Event> {
    @Override public Event deserialize(byte[] m) throws IOException { return null; }
  }
  public static class PointSchema implements DeserializationSchema<Point> {
    @Override public Point deserialize(byte[] m) { return null; }
    @Override public boolean isEndOfStream(Point p) { return false; }
    @Override public TypeInformation<Point> getProducedType() { return TypeInformation.of(Point.class); }
  }
  public static class RecordSchema implements KafkaRecordDeserializationSchema<Event> {
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> r, Collector<Event> out) {}
    @Override public TypeInformation<Event> getProducedType() { return TypeInformation.of(Event.class); }
  }
  public static class Out implements SerializationSchema<Event> {
    @Override public byte[] serialize(Event e) { return new byte[0]; }
  }

  static <T> KafkaSource<T> source(String topic, DeserializationSchema<T> d) {
    return KafkaSource.<T>builder().setBootstrapServers("t:9092").setTopics(topic).setGroupId("g").setValueOnlyDeserializer(d).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    var events = env.fromSource(source("events", new EventSchema()), WatermarkStrategy.noWatermarks(), "e");
    env.fromSource(source("points", new PointSchema()), WatermarkStrategy.noWatermarks(), "p").print();
    env.fromSource(KafkaSource.<Event>builder().setBootstrapServers("t:9092").setTopics("records").setGroupId("g").setDeserializer(new RecordSchema()).build(),
        WatermarkStrategy.noWatermarks(), "r").print();
    events.sinkTo(KafkaSink.<Event>builder().setBootstrapServers("t:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<Event>builder().setTopic("out").setValueSerializationSchema(new Out()).build()).build());
    env.execute("types");
  }
}
