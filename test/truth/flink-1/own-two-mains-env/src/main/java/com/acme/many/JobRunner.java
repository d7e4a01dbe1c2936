package com.acme.many;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class JobRunner {
  record Route(String from, String to) {
    Route { if (from == null) throw new IllegalArgumentException(); }
    static Route of(String spec) {
      String[] parts = spec.split("->");
      return new Route(parts[0].trim(), parts[1].trim());
    }
  }

  sealed interface Endpoint permits Kafka, Console {}
  record Kafka(String servers, String topic) implements Endpoint {}
  record Console() implements Endpoint {}

  static Endpoint parse(String s) {
    return switch (s.substring(0, s.indexOf(':'))) {
      case "kafka" -> {
        String[] p = s.substring("kafka:".length()).split("/", 2);
        yield new Kafka(p[0], p[1]);
      }
      case "console" -> new Console();
      default -> throw new IllegalArgumentException(s);
    };
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("routes").jobNamespace("many").build());
    List<Route> routes = List.of(
        Route.of("kafka:k-1:9092/in.one -> kafka:k-2:9092/out.one"),
        Route.of("kafka:k-1:9092/in.two -> console:"));
    Function<Kafka, DataStream<String>> reader = k -> env.fromSource(
        KafkaSource.<String>builder().setBootstrapServers(k.servers()).setTopics(k.topic()).setGroupId("routes")
            .setValueOnlyDeserializer(new SimpleStringSchema()).build(),
        WatermarkStrategy.noWatermarks(), k.topic());
    routes.forEach(route -> {
      if (parse(route.from()) instanceof Kafka k) {
        DataStream<String> in = reader.apply(k);
        Endpoint to = parse(route.to());
        Consumer<DataStream<String>> out = to instanceof Kafka target
            ? s -> s.sinkTo(KafkaSink.<String>builder().setBootstrapServers(target.servers()).setRecordSerializer(
                KafkaRecordSerializationSchema.<String>builder().setTopic(target.topic()).setValueSerializationSchema(new SimpleStringSchema()).build()).build())
            : s -> s.print();
        out.accept(in);
      }
    });
    env.execute();
  }
}
