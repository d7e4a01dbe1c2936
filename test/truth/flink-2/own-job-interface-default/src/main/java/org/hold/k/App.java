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

public class App implements Pipeline {
  public static void main(String[] args) throws Exception { new App().launch(); }
  @Override public String title() { return "app of " + Pipeline.super.title(); }
  @Override public void wire(StreamExecutionEnvironment env) {
    env.fromSource(Kafka.source("k-in"), WatermarkStrategy.noWatermarks(), "k").sinkTo(Kafka.sink("k-out"));
  }
}
