package com.acme.props;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

public class PropsJob {
  public static void main(String[] args) throws Exception {
    Properties base = new Properties();
    base.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "from-props:9092,second:9092");
    base.put(ConsumerConfig.GROUP_ID_CONFIG, "g");
    Properties producer = new Properties();
    producer.putAll(base);
    producer.setProperty(ProducerConfig.ACKS_CONFIG, "all");

    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    var first = KafkaSource.<String>builder().setBootstrapServers("builder:9092").setProperties(base)
        .setTopics("props-win").setValueOnlyDeserializer(new SimpleStringSchema()).build();
    var second = KafkaSource.<String>builder().setProperties(base).setBootstrapServers("builder-wins:9092")
        .setTopics("builder-wins").setValueOnlyDeserializer(new SimpleStringSchema()).build();
    var third = KafkaSource.<String>builder().setProperty("bootstrap.servers", "single:9092").setProperty("group.id", "x")
        .setTopics("single").setValueOnlyDeserializer(new SimpleStringSchema()).build();
    var sinkA = KafkaSink.<String>builder().setBootstrapServers("sink-builder:9092").setKafkaProducerConfig(producer)
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("a").setValueSerializationSchema(new SimpleStringSchema()).build()).build();
    producer.setProperty("bootstrap.servers", "changed-late:9092");
    var sinkB = KafkaSink.<String>builder().setKafkaProducerConfig(producer).setProperty("linger.ms", "5")
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("b").setValueSerializationSchema(new SimpleStringSchema()).build()).build();
    var stream = env.fromSource(first, WatermarkStrategy.noWatermarks(), "1")
        .union(env.fromSource(second, WatermarkStrategy.noWatermarks(), "2"), env.fromSource(third, WatermarkStrategy.noWatermarks(), "3"));
    stream.sinkTo(sinkA);
    stream.map(String::trim).sinkTo(sinkB);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().jobName("props").executionEnvironment(env).build());
    env.execute();
  }
}
