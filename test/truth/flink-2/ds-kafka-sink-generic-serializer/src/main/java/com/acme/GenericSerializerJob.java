package com.acme;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.formats.json.JsonDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class GenericSerializerJob {
  public static class Order {
    public String id;
    public double amount;
  }

  static class Text<T> implements SerializationSchema<T> {
    @Override
    public byte[] serialize(T value) {
      return value.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  static <T> SerializationSchema<T> text(Class<T> type) {
    return new Text<>();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Order> orders =
        env.fromSource(
            KafkaSource.<Order>builder()
                .setBootstrapServers("kafka:9092")
                .setTopics("orders")
                .setGroupId("g")
                .setValueOnlyDeserializer(new JsonDeserializationSchema<>(Order.class))
                .build(),
            WatermarkStrategy.noWatermarks(),
            "orders");
    orders.sinkTo(
        KafkaSink.<Order>builder()
            .setBootstrapServers("kafka:9092")
            .setRecordSerializer(
                KafkaRecordSerializationSchema.<Order>builder()
                    .setTopic("texts")
                    .setValueSerializationSchema(text(Order.class))
                    .build())
            .build());
    env.execute("generic-serializer");
  }
}
