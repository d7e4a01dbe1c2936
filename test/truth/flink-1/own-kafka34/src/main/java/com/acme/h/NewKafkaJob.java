package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class NewKafkaJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("in").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    in.sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
        .setTopic("lost").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    in.sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
        .setTopicSelector(x -> "kept").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("new kafka");
  }
}
