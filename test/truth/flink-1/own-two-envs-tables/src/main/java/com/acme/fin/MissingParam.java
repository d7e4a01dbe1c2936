package com.acme.fin;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class MissingParam {
  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    var listener = OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("late").build();
    try {
      int n = Integer.parseInt(args[0]);
      env.setParallelism(n);
    } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
      System.err.println("no parallelism: " + e.getMessage());
      env.registerJobListener(listener);
    } finally {
      env.getConfig().disableGenericTypes();
    }
    String servers = System.getProperty("no.such.property", "def:9092");
    KafkaSinkBuilder<String> sink = KafkaSink.builder();
    sink.setBootstrapServers(servers);
    sink.setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(String.join(".", "fin", "out", String.valueOf(2 * 3))).setValueSerializationSchema(new SimpleStringSchema()).build());
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers).setTopics(new StringBuilder("fin").append('.').append("in").toString()).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "s").sinkTo(sink.build());
    env.execute();
  }
}
