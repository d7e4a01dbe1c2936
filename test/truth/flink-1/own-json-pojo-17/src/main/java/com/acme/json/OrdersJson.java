package com.acme.json;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.formats.json.JsonDeserializationSchema;
import org.apache.flink.formats.json.JsonSerializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.time.Time;

public class OrdersJson {
  public static class Order { public String id; public double total; }

  interface Config {
    String SERVERS = "json-1:9092,json-2:9092";
    String IN = "orders.json";
    default String out() { return IN + ".totals"; }
  }

  static class Prod implements Config {
    @Override public String out() { return Config.super.out() + ".prod"; }
  }

  public static void main(String... args) throws Exception {
    Config config = args.length > 0 && "dev".equals(args[0]) ? new Config() {} : new Prod();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<Order> source = KafkaSource.<Order>builder().setBootstrapServers(Config.SERVERS).setTopics(Config.IN).setGroupId("json")
        .setValueOnlyDeserializer(new JsonDeserializationSchema<>(Order.class)).build();
    DataStream<Order> totals = env.fromSource(source, WatermarkStrategy.forMonotonousTimestamps(), "orders")
        .keyBy(o -> o.id).window(TumblingProcessingTimeWindows.of(Time.minutes(1)))
        .reduce((a, b) -> { a.total += b.total; return a; });
    totals.sinkTo(KafkaSink.<Order>builder().setBootstrapServers(Config.SERVERS).setRecordSerializer(
        KafkaRecordSerializationSchema.<Order>builder().setTopic(config.out()).setKeySerializationSchema(o -> o.id.getBytes())
            .setValueSerializationSchema(new JsonSerializationSchema<Order>()).build()).build());
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("orders-json").jobNamespace("json").build());
    env.execute("orders");
  }
}
