package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class TwoEnvJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment one = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamExecutionEnvironment two = StreamExecutionEnvironment.getExecutionEnvironment();
    wire(one, "one");
    wire(two, "two");
    read(one, "t1").print();
    read(two, "t2").print();
    two.executeAsync("two");
    one.executeAsync("one");
  }
  static void wire(StreamExecutionEnvironment env, String name) {
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName(name).build());
  }
  static DataStream<String> read(StreamExecutionEnvironment env, String t) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(t).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), t);
  }
}
