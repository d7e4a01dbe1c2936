package com.acme.h;

import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class CollectJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromData("a", "b").executeAndCollect(1);
    env.fromData("c").map(x -> x).sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic("t").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.executeAsync();
  }
}
