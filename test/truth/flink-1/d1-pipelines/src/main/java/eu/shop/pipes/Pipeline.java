package eu.shop.pipes;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

interface Pipeline {
  String SERVERS = "kafka.shop:9092";

  String name();
  default String input() { return name() + ".in"; }
  default String output() { return prefix() + name() + ".out"; }
  private String prefix() { return this instanceof Audited a ? "audit." + a.level() + "." : ""; }

  default void attach(StreamExecutionEnvironment env) {
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers(SERVERS).setTopics(input()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), name())
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers(SERVERS).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(output()).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
  }

  interface Audited { int level(); }
}

class OrdersPipeline implements Pipeline {
  public String name() { return "orders"; }
}

class ReturnsPipeline extends OrdersPipeline implements Pipeline.Audited {
  @Override public String name() { return "returns"; }
  @Override public String input() { return super.input().replaceFirst("\\.in$", ".accepted"); }
  @Override public int level() { return 3; }
}

record StockPipeline(String name) implements Pipeline {
  StockPipeline { name = name.strip(); }
  @Override public String output() { return "warehouse/" + Pipeline.super.output(); }
}
