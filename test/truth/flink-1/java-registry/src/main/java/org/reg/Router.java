package org.reg;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Router {
  private static final String BROKERS = System.getProperty("router.brokers", "reg:9092");

  private static UnaryOperator<String> prefixed(String... prefixes) {
    return it -> Stream.concat(Arrays.stream(prefixes), Stream.of(it)).collect(Collectors.joining("."));
  }

  private class Sinks<T> {
    private final Function<Kind, SerializationSchema<T>> schema;
    private final Map<Kind, KafkaSink<T>> made = new EnumMap<>(Kind.class);

    Sinks(Function<Kind, SerializationSchema<T>> schema) { this.schema = schema; }

    KafkaSink<T> of(Kind kind) {
      return made.computeIfAbsent(kind, it -> KafkaSink.<T>builder().setBootstrapServers(BROKERS)
          .setRecordSerializer(KafkaRecordSerializationSchema.<T>builder().setTopic(it.topic(naming)).setValueSerializationSchema(schema.apply(it)).build()).build());
    }
  }

  private final UnaryOperator<String> naming;

  Router(UnaryOperator<String> naming) { this.naming = naming; }

  void run() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("reg").jobName("router").build());
    DataStream<String> events = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(BROKERS).setTopics(Arrays.stream(Kind.values()).map(it -> "raw." + it.plain()).toArray(String[]::new))
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "raw");
    Sinks<String> sinks = this.new Sinks<>(it -> new SimpleStringSchema());
    for (Kind kind : EnumSet.allOf(Kind.class)) {
      if (kind.isUser()) {
        events.filter(it -> it.startsWith(kind.name())).sinkTo(sinks.of(kind));
      }
    }
    events.sinkTo(sinks.of(Kind.valueOf("PAGE_VIEW")));
    env.execute("router");
  }

  public static void main(String[] args) throws Exception {
    new Router(prefixed("acme", "v1")).run();
  }
}
