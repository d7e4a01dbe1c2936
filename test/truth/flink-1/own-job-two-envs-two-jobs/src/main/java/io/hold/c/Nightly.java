package io.hold.c;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;

public class Nightly {
  static KafkaSource<String> read(String... topics) {
    var b = KafkaSource.<String>builder();
    b.setBootstrapServers("n:1;m:2");
    b.setTopics(topics);
    b.setValueOnlyDeserializer(new SimpleStringSchema());
    return b.build();
  }
  static KafkaSink<String> write(String topic) {
    return KafkaSink.<String>builder().setBootstrapServers("w:9").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("nightly").jobNamespace("n").build());
    env.fromSource(read("one"), WatermarkStrategy.noWatermarks(), "one").sinkTo(write("first"));
    env.executeAsync("a");
    DataStream<String> left = env.fromSource(read("two", "three"), WatermarkStrategy.noWatermarks(), "two");
    DataStream<String> right = env.fromSource(read("four"), WatermarkStrategy.noWatermarks(), "four").map(String::trim);
    env.fromSource(read("unread"), WatermarkStrategy.noWatermarks(), "u");
    left.union(right).sinkTo(write("second"));
    left.print();
    env.executeAsync("b");
  }
}
