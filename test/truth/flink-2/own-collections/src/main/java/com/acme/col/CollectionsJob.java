package com.acme.col;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class CollectionsJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    List<String> regions = List.of("eu", "us");
    DataStream<String> a = env.fromCollection(regions);
    DataStream<Integer> b = env.fromCollection(Arrays.asList(1, 2, 3), Types.INT);
    DataStream<String> live = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("c:9092").setTopics("live").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "live");
    a.union(live, b.map(String::valueOf)).print();
    env.executeAsync("with lists");
    env.fromData(List.of("x")).print();
    env.fromCollection(List.of(1L, 2L)).print();
    env.executeAsync("lists only");
  }
}
