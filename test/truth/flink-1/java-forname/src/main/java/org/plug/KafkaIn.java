package org.plug;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class KafkaIn extends In {
  @Override DataStream<String> read(StreamExecutionEnvironment env) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers()).setTopics(topics()).setGroupId("plug").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
  }
}
