package com.acme.bc;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

public class BroadcastDirect {
  static class Apply extends BroadcastProcessFunction<String, String, String> {
    @Override public void processElement(String v, ReadOnlyContext c, Collector<String> out) { out.collect(v); }
    @Override public void processBroadcastElement(String v, Context c, Collector<String> out) {}
  }

  static DataStream<String> read(StreamExecutionEnvironment env, String t) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("bc:9092").setTopics(t).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), t);
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("bc").build());
    MapStateDescriptor<String, String> d = new MapStateDescriptor<>("d", BasicTypeInfo.STRING_TYPE_INFO, BasicTypeInfo.STRING_TYPE_INFO);
    BroadcastStream<String> rules = read(env, "rules").broadcast(d);
    read(env, "direct").connect(rules).process(new Apply()).print();
    read(env, "mapped").map(String::trim).connect(rules).process(new Apply()).print();
    read(env, "plain-left").connect(read(env, "plain-right").broadcast()).map(new org.apache.flink.streaming.api.functions.co.CoMapFunction<String, String, String>() {
      @Override public String map1(String v) { return v; }
      @Override public String map2(String v) { return v; }
    }).print();
    read(env, "union-a").union(read(env, "union-b")).connect(rules).process(new Apply()).map(String::length).print();
    env.execute();
  }
}
