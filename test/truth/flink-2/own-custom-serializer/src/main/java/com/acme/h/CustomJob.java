package com.acme.h;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

public class CustomJob {
  static class Own implements KafkaRecordSerializationSchema<String> {
    private final String topic = "own";
    @Override public ProducerRecord<byte[], byte[]> serialize(String e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(topic, e.getBytes()); }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("in").setGroupId("g").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    in.sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(new Own()).build());
    in.sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer((e, c, t) -> new ProducerRecord<>("l", e.getBytes())).build());
    env.execute("custom");
  }
}
