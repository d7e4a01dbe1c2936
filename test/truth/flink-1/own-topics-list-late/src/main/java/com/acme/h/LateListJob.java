package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class LateListJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    List<String> topics = new ArrayList<>();
    topics.add("one");
    KafkaSource<String> s = KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(topics).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    topics.add("two");
    String[] array = {"x", "y"};
    KafkaSource<String> a = KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(array).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    array[1] = "changed";
    env.fromSource(s, WatermarkStrategy.noWatermarks(), "s").print();
    env.fromSource(a, WatermarkStrategy.noWatermarks(), "a").print();
    topics.add("three");
    env.execute();
  }
}
