package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Arrays;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kafka.FlinkKafkaConsumer;
import org.apache.flink.streaming.connectors.kafka.FlinkKafkaProducer;
import org.apache.flink.streaming.connectors.kafka.KafkaSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

public class LegacyJob {
  static class Routing implements KafkaSerializationSchema<String> {
    @Override public ProducerRecord<byte[], byte[]> serialize(String e, Long t) { return new ProducerRecord<>("routed", e.getBytes()); }
  }
  static class OwnConsumer extends FlinkKafkaConsumer<String> {
    OwnConsumer(String topic, Properties p) { super(topic, new SimpleStringSchema(), p); }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    Properties p = new Properties();
    p.setProperty("bootstrap.servers", "old-1:9092,old-2:9092");
    FlinkKafkaConsumer<String> c = new FlinkKafkaConsumer<>(Arrays.asList("l1", "l2"), new SimpleStringSchema(), p);
    c.setStartFromEarliest();
    DataStream<String> in = env.addSource(c).union(env.addSource(new OwnConsumer("l3", p)));
    in.addSink(new FlinkKafkaProducer<>("brokers:9092", "p1", new SimpleStringSchema()));
    in.addSink(new FlinkKafkaProducer<>("p2", new Routing(), p, FlinkKafkaProducer.Semantic.AT_LEAST_ONCE));
    in.addSink(new FlinkKafkaProducer<>("p3", new SimpleStringSchema(), p));
    env.execute("legacy");
  }
}
