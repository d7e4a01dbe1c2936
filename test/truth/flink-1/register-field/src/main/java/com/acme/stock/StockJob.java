package com.acme.stock;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class StockJob {
  private final StreamExecutionEnvironment env;
  private final String warehouse;

  StockJob(StreamExecutionEnvironment env, String warehouse) {
    this.env = env;
    this.warehouse = warehouse;
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment batch = StreamExecutionEnvironment.getExecutionEnvironment();
    batch.setRuntimeMode(RuntimeExecutionMode.BATCH);
    StockJob job = new StockJob(batch, "berlin");
    job.build();
    job.run();
  }

  private void build() {
    env.fromSource(
            KafkaSource.<String>builder()
                .setBootstrapServers("stock:9092")
                .setTopics("stock." + warehouse)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build(),
            WatermarkStrategy.noWatermarks(),
            "stock")
        .sinkTo(
            KafkaSink.<String>builder()
                .setBootstrapServers("stock:9092")
                .setRecordSerializer(
                    KafkaRecordSerializationSchema.builder()
                        .setTopic("stock.daily")
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .build());
  }

  private void run() throws Exception {
    try {
      this.env.registerJobListener(
          OpenLineageFlinkJobListener.builder()
              .executionEnvironment(this.env)
              .jobNamespace("register-field")
              .jobName("stock of " + warehouse)
              .build());
      this.env.execute("stock of " + warehouse);
    } finally {
      System.out.println("done");
    }
  }
}
