package com.acme.h;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class NamesJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    read(env, "a").print();
    env.executeAsync();
    read(env, "b").print();
    env.executeAsync("by argument");
    Configuration more = new Configuration();
    more.set(PipelineOptions.NAME, "by configuration");
    env.configure(more);
    read(env, "c").print();
    env.executeAsync();
    read(env, "d").print();
    env.executeAsync("argument again");
  }
  static DataStream<String> read(StreamExecutionEnvironment env, String t) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(t).setGroupId("g").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), t);
  }
}
