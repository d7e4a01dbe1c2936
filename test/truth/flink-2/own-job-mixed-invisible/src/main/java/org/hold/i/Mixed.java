package org.hold.i;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

public class Mixed {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Properties p = new Properties();
    p.put("bootstrap.servers", "mx:9092");
    p.put("client.id.prefix", "mx");
    DataStream<String> gen = env.fromSource(new DataGeneratorSource<>(i -> "n" + i, 10L, Types.STRING), WatermarkStrategy.noWatermarks(), "gen");
    DataStream<String> k = env.fromSource(KafkaSource.<String>builder().setProperties(p).setTopics(Set.of("only-topic").stream().toList()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "k");
    p.put("bootstrap.servers", "changed:9092");
    gen.connect(k).map(new Both()).print();
    gen.union(k).sinkTo(KafkaSink.<String>builder().setBootstrapServers("mx:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopicSelector(s -> "t-" + s).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.executeAsync("mixed-" + 1 + 'x');
  }
  static class Both implements org.apache.flink.streaming.api.functions.co.CoMapFunction<String, String, String> {
    public String map1(String a) { return a; }
    public String map2(String b) { return b; }
  }
}
