package org.hold.j;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;
import org.apache.flink.util.ParameterTool;

public class Args {
  private static String env(String key, String otherwise) {
    String v = System.getenv(key);
    return v == null || v.isBlank() ? otherwise : v;
  }
  public static void main(String[] args) throws Exception {
    final ParameterTool params = ParameterTool.fromArgs(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setGlobalJobParameters(params);
    String servers = env("HOLD_SERVERS", "args-kafka:9092");
    String in = params.has("in") ? params.get("in") : "args-in";
    String out = Optional.ofNullable(params.get("out")).filter(s -> !s.isEmpty()).orElse(in.replace("-in", "-out"));
    DataStream<String> s = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers).setTopics(in.split(",")).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    if (!params.getBoolean("dry", false)) {
      s.sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(out).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    } else {
      s.print();
    }
    env.execute(params.get("name", "args"));
  }
}
