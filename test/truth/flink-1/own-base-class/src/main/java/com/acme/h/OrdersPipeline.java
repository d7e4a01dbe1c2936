package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.java.utils.ParameterTool;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

abstract class Pipeline {
  protected final ParameterTool params;
  Pipeline(String[] args) { this.params = ParameterTool.fromArgs(args); }
  void run() throws Exception {
    StreamExecutionEnvironment env = environment();
    DataStream<String> in = env.fromSource(source(), WatermarkStrategy.noWatermarks(), name());
    in = transform(in);
    in.sinkTo(sink(topicOut()));
    env.execute(name());
  }
  protected StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace(getClass().getSimpleName()).jobName(name()).build());
    return env;
  }
  protected KafkaSource<String> source() {
    return KafkaSource.<String>builder().setBootstrapServers(brokers()).setTopics(topicIn()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }
  protected KafkaSink<String> sink(String topic) {
    return KafkaSink.<String>builder().setBootstrapServers(brokers()).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }
  String brokers() { return params.get("brokers", Defaults.BROKERS); }
  abstract String name();
  abstract String topicIn();
  String topicOut() { return topicIn() + Defaults.SUFFIX; }
  DataStream<String> transform(DataStream<String> in) { return in; }
}
interface Defaults { String BROKERS = "base:9092"; String SUFFIX = ".out"; }
enum Area { EU("eu"), US("us"); final String key; Area(String k) { key = k; } String topic() { return "orders." + key; } }
public class OrdersPipeline extends Pipeline {
  private final Area area;
  OrdersPipeline(String[] args) { super(args); area = Area.valueOf(params.get("area", "EU")); }
  @Override String name() { return "orders-" + area.key; }
  @Override String topicIn() { return area.topic(); }
  @Override DataStream<String> transform(DataStream<String> in) { return super.transform(in).filter(s -> !s.isEmpty()); }
  public static void main(String[] args) throws Exception { new OrdersPipeline(args).run(); }
}
