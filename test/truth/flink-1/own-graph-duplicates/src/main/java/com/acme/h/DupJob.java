package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class DupJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    KafkaSource<String> one = source("same");
    DataStream<String> a = env.fromSource(one, WatermarkStrategy.noWatermarks(), "a");
    DataStream<String> b = env.fromSource(one, WatermarkStrategy.noWatermarks(), "b");
    DataStream<String> c = env.fromSource(source("twice"), WatermarkStrategy.noWatermarks(), "c");
    DataStream<String> d = env.fromSource(source("twice"), WatermarkStrategy.noWatermarks(), "d");
    KafkaSink<String> sink = KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("out").setValueSerializationSchema(new SimpleStringSchema()).build()).build();
    a.union(b).sinkTo(sink);
    c.connect(d).map(new org.apache.flink.streaming.api.functions.co.CoMapFunction<String, String, String>() {
      public String map1(String x) { return x; } public String map2(String x) { return x; } }).sinkTo(sink);
    env.fromSource(source("unread"), WatermarkStrategy.noWatermarks(), "unread");
    env.fromSource(source("half"), WatermarkStrategy.noWatermarks(), "half").keyBy(x -> x).reduce((x, y) -> x + y);
    env.execute("dup");
  }
  static KafkaSource<String> source(String t) { return KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(t).setValueOnlyDeserializer(new SimpleStringSchema()).build(); }
}
