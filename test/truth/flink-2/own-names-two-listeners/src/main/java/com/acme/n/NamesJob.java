package com.acme.n;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;

public class NamesJob {
  private static void pipeline(StreamExecutionEnvironment env, String topic) {
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers("n:9092").setTopics(topic).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), topic).sinkTo(new DiscardingSink<>());
  }

  public static void main(String[] args) throws Exception {
    Configuration conf = new Configuration();
    conf.set(PipelineOptions.NAME, "from-conf");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(conf);
    pipeline(env, "one");
    env.executeAsync();
    pipeline(env, "two");
    env.executeAsync("explicit");
    pipeline(env, "three");
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName("from-graph");
    env.executeAsync(graph);
    StreamExecutionEnvironment other = StreamExecutionEnvironment.getExecutionEnvironment();
    pipeline(other, "four");
    other.executeAsync();
  }
}
