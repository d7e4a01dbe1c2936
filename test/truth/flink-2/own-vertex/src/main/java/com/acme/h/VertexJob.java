package com.acme.h;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.lineage.DefaultLineageDataset;
import org.apache.flink.streaming.api.lineage.LineageDataset;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;
import org.apache.flink.streaming.api.lineage.SourceLineageVertex;

public class VertexJob {
  static class Queue extends org.apache.flink.api.connector.source.lib.NumberSequenceSource implements LineageVertexProvider {
    private final String queue;
    Queue(String queue) { super(1, 10); this.queue = queue; }
    @Override public LineageVertex getLineageVertex() {
      return new SourceLineageVertex() {
        @Override public Boundedness boundedness() { return Boundedness.CONTINUOUS_UNBOUNDED; }
        @Override public List<LineageDataset> datasets() { return List.of(new DefaultLineageDataset(queue, "queue://" + host(), Map.of())); }
      };
    }
    private String host() { return "main"; }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromSource(new Queue("q1"), WatermarkStrategy.noWatermarks(), "q").map(x -> "" + x).sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092;l:9092")
      .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic("out").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("vertex");
  }
}
