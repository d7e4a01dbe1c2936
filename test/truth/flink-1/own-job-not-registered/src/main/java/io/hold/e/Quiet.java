package io.hold.e;

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

public class Quiet {
  private static final boolean LINEAGE = Boolean.parseBoolean("no");
  private final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
  private final OpenLineageFlinkJobListener listener = OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("quiet").build();

  public static void main(String[] args) throws Exception {
    Quiet q = new Quiet();
    q.build();
    if (LINEAGE) { q.env.registerJobListener(q.listener); }
    q.env.execute();
  }

  void build() {
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers("q:9092").setTopics("quiet-in").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "s").print();
  }
}
