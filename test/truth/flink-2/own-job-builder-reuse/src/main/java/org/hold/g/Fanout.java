package org.hold.g;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;

public class Fanout {
  interface Names { String BROKERS = "f1:9092,f2:9092"; String PREFIX = "fan"; }

  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSourceBuilder<String> b = KafkaSource.<String>builder().setBootstrapServers(Names.BROKERS).setValueOnlyDeserializer(new SimpleStringSchema());
    KafkaSource<String> first = b.setTopics(Names.PREFIX + "-1").setGroupId("a").build();
    KafkaSource<String> second = b.setGroupId("b").build();
    DataStream<String> all = env.fromSource(first, WatermarkStrategy.noWatermarks(), "1").union(env.fromSource(second, WatermarkStrategy.noWatermarks(), "2"));
    fan(all, "left", "right");
    String name = "fan-" + Fanout.class.getSimpleName().toLowerCase();
    env.execute(name);
  }

  private static void fan(DataStream<String> s, String... outs) {
    int i = 0;
    for (String o : outs) {
      s.sinkTo(KafkaSink.<String>builder().setBootstrapServers(Names.BROKERS).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(o + "-" + (i++)).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
  }
}
