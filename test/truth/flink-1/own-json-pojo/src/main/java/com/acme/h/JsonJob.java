package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.json.JsonDeserializationSchema;
import org.apache.flink.formats.json.JsonSerializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

public class JsonJob {
  public static class Event { public String id; public long at; }
  static class Own implements KafkaRecordDeserializationSchema<Event> {
    @Override public void deserialize(ConsumerRecord<byte[], byte[]> r, Collector<Event> o) {}
    @Override public TypeInformation<Event> getProducedType() { return TypeInformation.of(Event.class); }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    env.fromSource(KafkaSource.<Event>builder().setBootstrapServers("k:9092").setTopics("json").setValueOnlyDeserializer(new JsonDeserializationSchema<>(Event.class)).build(), WatermarkStrategy.noWatermarks(), "json")
        .sinkTo(KafkaSink.<Event>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.<Event>builder().setTopic("json.out").setValueSerializationSchema(new JsonSerializationSchema<>()).build()).build());
    env.fromSource(KafkaSource.<Event>builder().setBootstrapServers("k:9092").setTopics("own").setDeserializer(new Own()).build(), WatermarkStrategy.noWatermarks(), "own").print();
    env.execute("json");
  }
}
