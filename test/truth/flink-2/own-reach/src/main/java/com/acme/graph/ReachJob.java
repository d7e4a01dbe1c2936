package com.acme.graph;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.CoMapFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

public class ReachJob {
  static final String SERVERS = "k1.acme:9092;k2.acme:9092";

  private final StreamExecutionEnvironment env;

  ReachJob(StreamExecutionEnvironment env) { this.env = env; }

  DataStream<String> read(String topic) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers(SERVERS).setTopics(topic).setGroupId("r")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), topic);
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    new ReachJob(env).build().execute();
  }

  private StreamExecutionEnvironment build() {
    read("alone");
    DataStream<String> a = read("union-left").union(read("union-right"));
    read("co-left").connect(read("co-right")).map(new CoMapFunction<String, String, String>() {
      @Override public String map1(String v) { return v; }
      @Override public String map2(String v) { return v; }
    });
    read("mapped").map(String::length);
    read("keyed").keyBy(s -> s);
    MapStateDescriptor<String, String> rules = new MapStateDescriptor<>("rules", Types.STRING, Types.STRING);
    BroadcastStream<String> broadcast = read("rules").broadcast(rules);
    read("main").keyBy(s -> s.substring(0, 1)).connect(broadcast).process(new KeyedBroadcastProcessFunction<String, String, String, String>() {
      @Override public void processElement(String v, ReadOnlyContext c, Collector<String> out) { out.collect(v); }
      @Override public void processBroadcastElement(String v, Context c, Collector<String> out) { }
    }).print();
    read("windowed").rebalance().shuffle();
    return env;
  }
}
