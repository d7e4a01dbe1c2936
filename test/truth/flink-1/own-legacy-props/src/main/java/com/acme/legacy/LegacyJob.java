package com.acme.legacy;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.java.utils.ParameterTool;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kafka.FlinkKafkaConsumer;
import org.apache.flink.streaming.connectors.kafka.FlinkKafkaProducer;
import org.apache.flink.streaming.connectors.kafka.KafkaSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

public class LegacyJob {
  public static void main(String[] args) throws Exception {
    ParameterTool params = ParameterTool.fromArgs(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setGlobalJobParameters(params);
    Properties kafka = params.getProperties();
    List<String> topics = new ArrayList<>(Arrays.asList(params.getRequired("input-topics").split(",")));
    FlinkKafkaConsumer<String> consumer = new FlinkKafkaConsumer<>(topics, new SimpleStringSchema(), kafka);
    consumer.setStartFromEarliest();
    DataStream<String> in = env.addSource(consumer).name("in");
    in.addSink(new FlinkKafkaProducer<>(params.get("bootstrap.servers"), "simple-out", new SimpleStringSchema()));
    in.addSink(new FlinkKafkaProducer<String>("default-topic", new KafkaSerializationSchema<String>() {
      @Override
      public ProducerRecord<byte[], byte[]> serialize(String element, Long timestamp) {
        return new ProducerRecord<>("real-topic", element.getBytes());
      }
    }, kafka, FlinkKafkaProducer.Semantic.AT_LEAST_ONCE));
    in.addSink(new FlinkKafkaProducer<>("with-props", new SimpleStringSchema(), kafka)).name("out");
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName(params.get("name", "legacy")).build());
    env.execute();
  }
}
