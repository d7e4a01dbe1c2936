package com.acme.hybrid;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.DiscardingSink;

public class BackfillThenLive {
  enum Topic {
    HISTORY("history"), LIVE("live"), DEFERRED("deferred");
    final String id;
    Topic(String id) { this.id = "orders." + id + ".v" + (ordinal() + 1); }
  }

  private static KafkaSource<String> kafka(Topic topic, boolean bounded) {
    var b = KafkaSource.<String>builder().setBootstrapServers("hy:9092").setGroupId("h").setTopics(topic.id)
        .setValueOnlyDeserializer(new SimpleStringSchema());
    if (bounded) {
      b.setBounded(OffsetsInitializer.latest());
    }
    return b.build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    HybridSource<String> two = HybridSource.builder(kafka(Topic.HISTORY, true)).addSource(kafka(Topic.LIVE, false)).build();
    HybridSource<String> deferred = HybridSource.<String, org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumerator>builder(kafka(Topic.HISTORY, true))
        .addSource(ctx -> kafka(Topic.DEFERRED, false), Boundedness.CONTINUOUS_UNBOUNDED).build();
    DataStream<String> a = env.fromSource(two, WatermarkStrategy.noWatermarks(), "two", org.apache.flink.api.common.typeinfo.Types.STRING);
    DataStream<String> b = env.fromSource(deferred, WatermarkStrategy.noWatermarks(), "deferred").returns(String.class);
    a.union(b).addSink(new DiscardingSink<>());
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("backfill").build());
    env.execute("hybrid");
  }
}
