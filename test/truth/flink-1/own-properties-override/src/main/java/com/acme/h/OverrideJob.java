package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

public class OverrideJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    Properties p = new Properties();
    p.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "from-props:9092");
    p.setProperty("group.id", "g");
    DataStream<String> a = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("first:9092").setTopics("a").setProperties(p)
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "a");
    DataStream<String> b = env.fromSource(KafkaSource.<String>builder().setProperties(p).setBootstrapServers("last:9092").setTopics("b")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "b");
    KafkaSourceBuilder<String> cb = KafkaSource.<String>builder().setProperties(p).setTopics("c").setValueOnlyDeserializer(new SimpleStringSchema());
    p.setProperty("bootstrap.servers", "late:9092");
    DataStream<String> c = env.fromSource(cb.build(), WatermarkStrategy.noWatermarks(), "c");
    DataStream<String> d = env.fromSource(KafkaSource.<String>builder().setProperty("bootstrap.servers", "prop:9092").setTopics("d")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "d");
    Properties w = new Properties();
    w.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "writer:9092");
    a.union(b, c, d).sinkTo(KafkaSink.<String>builder().setBootstrapServers("x:9092").setKafkaProducerConfig(w)
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("o1").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    a.sinkTo(KafkaSink.<String>builder().setKafkaProducerConfig(w).setBootstrapServers("y:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("o2").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    a.sinkTo(KafkaSink.<String>builder().setBootstrapServers("y:9092").setProperty("bootstrap.servers", "z:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("o3").setKafkaValueSerializer(org.apache.kafka.common.serialization.StringSerializer.class).build()).build());
    env.execute();
  }
}
