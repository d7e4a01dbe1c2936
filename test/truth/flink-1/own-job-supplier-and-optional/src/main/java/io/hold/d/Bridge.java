package io.hold.d;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class Bridge {
  record Conf(String servers, List<String> topics, Optional<String> group) {
    static Conf standard() { return new Conf("br:9092", Stream.of("x", "y", "z").map(t -> "bridge." + t).filter(t -> !t.endsWith("z")).collect(Collectors.toList()), Optional.empty()); }
    String out() { return group.map(g -> "out-" + g).orElseGet(() -> "out-default"); }
  }

  public static void main(String[] args) throws Exception {
    Conf conf = Conf.standard();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Function<StreamExecutionEnvironment, DataStream<String>> attach = e -> e.fromSource(source(conf), WatermarkStrategy.forMonotonousTimestamps(), "bridge");
    BiConsumer<DataStream<String>, String> out = (s, t) -> s.sinkTo(sink(conf, t));
    out.accept(attach.apply(env), conf.out());
    env.registerJobListener(listener(() -> env));
    env.execute("bridge job");
  }

  static OpenLineageFlinkJobListener listener(Supplier<StreamExecutionEnvironment> env) {
    return OpenLineageFlinkJobListener.builder().executionEnvironment(env.get()).jobName(Bridge.class.getName()).build();
  }

  static KafkaSource<String> source(Conf c) {
    return KafkaSource.<String>builder().setBootstrapServers(c.servers()).setTopics(c.topics()).setGroupId(c.group().orElse("none")).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  static KafkaSink<String> sink(Conf c, String topic) {
    return KafkaSink.<String>builder().setBootstrapServers(c.servers()).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }
}
