package io.types.job;

import java.io.IOException;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.json.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

public class SchemasJob {
  public static class Base { public long id; public static String VERSION = "1"; protected int hidden; }
  public static class Envelope<T> extends Base { public T body; public Map<String, List<Integer>> headers; private String secret; public Optional<String> note; }
  public static class Trade extends Base { public String symbol; public double[] prices; public Side side; public Date at; public Trade parent; }
  public enum Side { BUY, SELL }

  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Trade> trades = read(env, "trades", new Records<>(Trade.class));
    DataStream<Envelope<Trade>> envelopes = read(env, "envelopes", new Records<>(new TypeHint<Envelope<Trade>>() {}));
    DataStream<Trade> json = env.fromSource(kafka("trades.json", KafkaRecordDeserializationSchema.<Trade>valueOnly(new JsonDeserializationSchema<>(TypeInformation.of(Trade.class)))), WatermarkStrategy.noWatermarks(), "json");
    DataStream<Side> sides = read(env, "sides", new Sides());
    trades.union(json).sinkTo(sink("trades.out", new Bytes<>()));
    trades.sinkTo(sink("trades.typed", new TradeBytes()));
    envelopes.sinkTo(sink("envelopes.out", new JsonSerializationSchema<>()));
    sides.sinkTo(sink("sides.out", new SideBytes()));
    env.execute();
  }

  private static <T> SingleOutputStreamOperator<T> read(StreamExecutionEnvironment env, String topic, KafkaRecordDeserializationSchema<T> schema) {
    return env.fromSource(kafka(topic, schema), WatermarkStrategy.noWatermarks(), topic).map(it -> it).returns(schema.getProducedType());
  }

  private static <T> KafkaSource<T> kafka(String topic, KafkaRecordDeserializationSchema<T> schema) {
    return KafkaSource.<T>builder().setBootstrapServers("types:9092").setTopics(topic).setGroupId("t").setDeserializer(schema).build();
  }

  private static <T> KafkaSink<T> sink(String topic, SerializationSchema<T> values) {
    return KafkaSink.<T>builder().setBootstrapServers("types:9092").setRecordSerializer(KafkaRecordSerializationSchema.<T>builder().setTopic(topic).setValueSerializationSchema(values).build()).build();
  }

  static class Records<T> implements KafkaRecordDeserializationSchema<T> {
    private final TypeInformation<T> type;
    Records(Class<T> type) { this.type = TypeInformation.of(type); }
    Records(TypeHint<T> hint) { this.type = hint.getTypeInfo(); }
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) throws IOException {}
    @Override public TypeInformation<T> getProducedType() { return type; }
  }

  static class Sides implements KafkaRecordDeserializationSchema<Side> {
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Side> out) { out.collect(Side.BUY); }
    @Override public TypeInformation<Side> getProducedType() { return Types.ENUM(Side.class); }
  }

  static class Bytes<T> implements SerializationSchema<T> { @Override public byte[] serialize(T element) { return element.toString().getBytes(); } }
  static class TradeBytes implements SerializationSchema<Trade> { @Override public byte[] serialize(Trade element) { return new byte[0]; } }
  static class SideBytes implements SerializationSchema<Side> { @Override public byte[] serialize(Side element) { return new byte[] {(byte) element.ordinal()}; } }
}
