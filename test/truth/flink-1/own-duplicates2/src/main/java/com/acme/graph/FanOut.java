package com.acme.graph;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

public class FanOut {
  private static final OutputTag<String> LATE = new OutputTag<>("late") {};
  private static final Map<String, KafkaSink<String>> CACHE = new HashMap<>();

  static KafkaSink<String> sinkFor(String topic) {
    return CACHE.computeIfAbsent(topic, t -> KafkaSink.<String>builder().setBootstrapServers("fan:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(t).setValueSerializationSchema(new SimpleStringSchema()).build())
        .build());
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("fan-out").build());
    KafkaSourceBuilder<String> builder = KafkaSource.<String>builder().setBootstrapServers("fan:9092").setGroupId("f")
        .setValueOnlyDeserializer(new SimpleStringSchema());
    KafkaSource<String> shared = builder.setTopics("shared").build();
    DataStream<String> one = env.fromSource(shared, WatermarkStrategy.noWatermarks(), "one");
    DataStream<String> two = env.fromSource(shared, WatermarkStrategy.noWatermarks(), "two");
    DataStream<String> three = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("fan:9092").setTopics("shared", "extra").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "three");
    SingleOutputStreamOperator<String> main = one.union(two, three).process(new ProcessFunction<String, String>() {
      @Override public void processElement(String v, Context ctx, Collector<String> out) {
        if (v.isBlank()) { ctx.output(LATE, v); } else { out.collect(v); }
      }
    });
    for (String region : Stream.of("eu", "us", "eu").map(r -> "out-" + r).collect(Collectors.toList())) {
      main.filter(v -> v.startsWith(region)).sinkTo(sinkFor(region));
    }
    main.getSideOutput(LATE).sinkTo(sinkFor("late"));
    main.sinkTo(sinkFor("out-eu"));
    env.execute();
  }
}
