package org.hold.k;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;

final class Kafka {
  private static final Map<String, String> SETTINGS = Map.of("servers", "ifc:9092", "zone", "eu");
  static KafkaSource<String> source(String topic) {
    return KafkaSource.<String>builder().setBootstrapServers(SETTINGS.get("servers")).setTopics(SETTINGS.getOrDefault("zone", "us") + "." + topic).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }
  static KafkaSink<String> sink(String topic) {
    return KafkaSink.<String>builder().setBootstrapServers(SETTINGS.get("servers")).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(String.format("%s.%s", SETTINGS.get("zone"), topic)).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }
}
