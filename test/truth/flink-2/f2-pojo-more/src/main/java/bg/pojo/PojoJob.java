package bg.pojo;

import java.io.*;
import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.*;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.connector.kafka.source.reader.deserializer.*;
import org.apache.flink.streaming.api.environment.*;
import org.apache.flink.util.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.common.serialization.LongDeserializer;

public class PojoJob {
  public static class Keyed<K> { public K key; public Instant at; public transient String cache; public final int version = 1; }
  public static class Order extends Keyed<String> { public String at2; public List<Line> lines; public Line[] array; public Optional<Line> first; public boolean open; public static class Line { public String sku; } }
  public interface Shape { int SIDES = 4; }
  public record Point(int x, int y) {}

  static class JsonLike<T> extends AbstractDeserializationSchema<T> {
    JsonLike(Class<T> type) { super(type); }
    @Override public T deserialize(byte[] message) { return null; }
  }
  static class Orders extends JsonLike<Order> { Orders() { super(Order.class); } }
  static class Points extends AbstractDeserializationSchema<Point> { @Override public Point deserialize(byte[] message) { return null; } }
  static class Shapes implements KafkaRecordDeserializationSchema<Shape> {
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Shape> out) {}
    @Override public TypeInformation<Shape> getProducedType() { return TypeInformation.of(Shape.class); }
  }
  static abstract class Writing<T> implements SerializationSchema<T> { @Override public byte[] serialize(T element) { return new byte[0]; } }
  static class OrderWriting extends Writing<Order> {}
  static class LineWriting implements SerializationSchema<Order.Line>, Serializable { @Override public byte[] serialize(Order.Line element) { return new byte[0]; } }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromSource(source("orders", KafkaRecordDeserializationSchema.valueOnly(new Orders())), WatermarkStrategy.noWatermarks(), "o").sinkTo(sink("orders.out", new OrderWriting()));
    env.fromSource(source("points", KafkaRecordDeserializationSchema.valueOnly(new Points())), WatermarkStrategy.noWatermarks(), "p").print();
    env.fromSource(source("shapes", new Shapes()), WatermarkStrategy.noWatermarks(), "s").print();
    env.fromSource(source("longs", KafkaRecordDeserializationSchema.valueOnly(LongDeserializer.class)), WatermarkStrategy.noWatermarks(), "l")
        .map(it -> new Order.Line()).returns(Order.Line.class).sinkTo(sink("lines.out", new LineWriting()));
    env.execute("pojo");
  }

  static <T> KafkaSource<T> source(String topic, KafkaRecordDeserializationSchema<T> schema) { return KafkaSource.<T>builder().setBootstrapServers("pojo:9092").setTopics(topic).setDeserializer(schema).build(); }
  static <T> KafkaSink<T> sink(String topic, SerializationSchema<T> schema) { return KafkaSink.<T>builder().setBootstrapServers("pojo:9092").setRecordSerializer(KafkaRecordSerializationSchema.<T>builder().setTopic(topic).setValueSerializationSchema(schema).build()).build(); }
}
