package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.java.utils.ParameterTool;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class ParamsJob {
  public static void main(String[] args) throws Exception {
    ParameterTool params = ParameterTool.fromArgs(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setGlobalJobParameters(params);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    List<String> topics = new ArrayList<>(Arrays.asList(params.get("topics", "a,b").split(",")));
    topics.add(params.get("more", "c"));
    Properties props = params.getProperties();
    KafkaSourceBuilder<String> builder = KafkaSource.<String>builder()
        .setBootstrapServers(params.getRequired("brokers"))
        .setTopics(topics)
        .setGroupId(params.get("group", "g1"))
        .setProperties(props)
        .setValueOnlyDeserializer(new SimpleStringSchema());
    DataStream<String> in = env.fromSource(builder.build(), WatermarkStrategy.noWatermarks(), "in");
    for (int i = 0; i < params.getInt("sinks", 2); i++) {
      in.sinkTo(sink(params.get("brokers"), "out-" + i));
    }
    env.execute("params");
  }
  private static KafkaSink<String> sink(String brokers, String topic) {
    return KafkaSink.<String>builder().setBootstrapServers(brokers)
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }
}
