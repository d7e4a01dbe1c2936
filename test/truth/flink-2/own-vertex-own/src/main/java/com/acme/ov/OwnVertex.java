package com.acme.ov;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.lineage.DefaultLineageDataset;
import org.apache.flink.streaming.api.lineage.LineageDataset;
import org.apache.flink.streaming.api.lineage.LineageDatasetFacet;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;

public class OwnVertex {
  static class HttpSink implements Sink<String>, LineageVertexProvider {
    private final String host;
    private final String path;

    HttpSink(String host, String path) { this.host = host; this.path = path; }

    @Override public SinkWriter<String> createWriter(WriterInitContext c) {
      return new SinkWriter<>() {
        @Override public void write(String e, Context ctx) {}
        @Override public void flush(boolean end) {}
        @Override public void close() {}
      };
    }

    @Override public LineageVertex getLineageVertex() {
      LineageDataset dataset = new DefaultLineageDataset(path, "http://" + host, Map.of());
      return () -> List.of(dataset);
    }
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("ov:9092").setTopicPattern(java.util.regex.Pattern.compile("ov-.*")).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    DataStream<String> other = env.fromSource(KafkaSource.<String>builder().setProperty("bootstrap.servers", "ov:9093").setTopics(List.of("ov-a", "ov-b")).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "other");
    in.union(other).sinkTo(new HttpSink("api.acme.com", "/v1/events"));
    other.map(s -> "x").sinkTo(new HttpSink("api.acme.com", "/v1/" + "x".repeat(3)));
    env.execute("own vertex");
  }
}
