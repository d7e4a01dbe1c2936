package com.acme;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.*;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.async.*;
import org.apache.flink.streaming.api.functions.co.*;
import org.apache.flink.streaming.api.windowing.assigners.*;
import org.apache.flink.streaming.api.windowing.time.Time;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import java.util.concurrent.TimeUnit;
public class Ops {
  static StreamExecutionEnvironment env;
  static DataStreamSource<String> s(String t) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(t)
      .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), t);
  }
  public static void main(String[] args) throws Exception {
    env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("q").jobName("q").build());
    s("unread");
    s("keyby").keyBy(x -> x);
    s("reduce").keyBy(x -> x).reduce((a, b) -> a);
    s("minBy").map(x -> 1).keyBy(x -> x).min(0);
    s("timestamps").assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks());
    s("union1").union(s("union2"));
    s("connect1").connect(s("connect2")).map(new CoMapFunction<String,String,String>() { public String map1(String a){return a;} public String map2(String a){return a;} });
    s("bc1").connect(s("bc2").broadcast(new MapStateDescriptor<>("d", Types.STRING, Types.STRING))).process(new BroadcastProcessFunction<String,String,String>() {
      public void processElement(String a, ReadOnlyContext c, Collector<String> o) {} public void processBroadcastElement(String a, Context c, Collector<String> o) {} });
    s("window-reduce").keyBy(x -> x).window(TumblingProcessingTimeWindows.of(Time.seconds(1))).reduce((a, b) -> a);
    s("windowall").windowAll(TumblingProcessingTimeWindows.of(Time.seconds(1))).reduce((a, b) -> a);
    s("countwindow").countWindowAll(3).reduce((a, b) -> a);
    s("join1").join(s("join2")).where(x -> x).equalTo(x -> x).window(TumblingProcessingTimeWindows.of(Time.seconds(1))).apply((JoinFunction<String,String,String>) (a, b) -> a, Types.STRING);
    s("interval1").assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks()).keyBy(x -> x).intervalJoin(s("interval2").keyBy(x -> x)).between(Time.seconds(1), Time.seconds(2)).process(new ProcessJoinFunction<String,String,String>() { public void processElement(String l, String r, Context c, Collector<String> o) {} });
    AsyncDataStream.unorderedWait(s("async"), new AsyncFunction<String,String>() { public void asyncInvoke(String a, ResultFuture<String> r) {} }, 1, TimeUnit.SECONDS);
    s("project").map(x -> org.apache.flink.api.java.tuple.Tuple2.of(x, x)).returns(Types.TUPLE(Types.STRING, Types.STRING)).project(0);
    s("partition").rebalance().broadcast();
    s("sideoutput").process(new org.apache.flink.streaming.api.functions.ProcessFunction<String,String>() { public void processElement(String l, Context c, Collector<String> o) {} }).getSideOutput(new org.apache.flink.util.OutputTag<String>("x"){});
    s("sink").sinkTo(new DiscardingSink<>());
    s("timestamps-sink").assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks()).print();
    env.execute("ops");
  }
}
