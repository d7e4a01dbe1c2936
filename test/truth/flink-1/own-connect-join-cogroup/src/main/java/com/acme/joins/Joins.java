package com.acme.joins;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.ProcessJoinFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.time.Time;
import org.apache.flink.util.Collector;

public class Joins {
  private static KafkaSource<String> topic(String name) {
    return KafkaSource.<String>builder().setBootstrapServers("joins:9092").setTopics(name).setGroupId("joins")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  private static DataStream<String> stream(StreamExecutionEnvironment env, String name) {
    return env.fromSource(topic(name), WatermarkStrategy.<String>forMonotonousTimestamps().withTimestampAssigner((s, t) -> s.length()), name);
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("joins").build());
    DataStream<String> joined = stream(env, "win-left").join(stream(env, "win-right")).where(s -> s).equalTo(s -> s)
        .window(TumblingEventTimeWindows.of(Time.seconds(5))).apply((a, b) -> a + b);
    DataStream<String> interval = stream(env, "iv-left").keyBy(s -> s).intervalJoin(stream(env, "iv-right").keyBy(s -> s))
        .between(Time.seconds(-1), Time.seconds(1)).process(new ProcessJoinFunction<String, String, String>() {
          @Override public void processElement(String l, String r, Context c, Collector<String> out) { out.collect(l + r); }
        });
    stream(env, "iv-lonely-left").keyBy(s -> s).intervalJoin(stream(env, "iv-lonely-right").keyBy(s -> s))
        .between(Time.seconds(-1), Time.seconds(1)).process(new ProcessJoinFunction<String, String, String>() {
          @Override public void processElement(String l, String r, Context c, Collector<String> out) { out.collect(l + r); }
        });
    stream(env, "reduced").keyBy(s -> s).reduce((a, b) -> a);
    stream(env, "summed").map(String::length).keyBy(i -> i).sum(0);
    stream(env, "stamped").assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks());
    joined.union(interval).sinkTo(KafkaSink.<String>builder().setBootstrapServers("joins:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic("joined").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute();
  }
}
