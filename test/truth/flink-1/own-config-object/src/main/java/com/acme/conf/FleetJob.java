package com.acme.conf;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class FleetJob {
  enum Kind { CAR, TRUCK; String topic(String suffix) { return name().toLowerCase() + "-" + suffix; } }

  static final class Settings {
    private String servers = "localhost:9092";
    private final Map<Kind, List<String>> topics = new EnumMap<>(Kind.class);
    private boolean alerts;

    static Builder builder() { return new Builder(); }

    static final class Builder {
      private final Settings it = new Settings();
      Builder servers(String... s) { it.servers = String.join(",", s); return this; }
      Builder topics(Kind kind, String... t) { it.topics.put(kind, Arrays.asList(t)); return this; }
      Builder alerts(boolean on) { it.alerts = on; return this; }
      Settings build() { return it; }
    }
  }

  public static void main(String[] args) throws Exception {
    Settings settings = Settings.builder().servers("fleet-1:9092", "fleet-2:9092")
        .topics(Kind.TRUCK, Kind.TRUCK.topic("raw"), "truck-extra")
        .topics(Kind.CAR, Kind.valueOf("CAR").topic("raw"))
        .alerts(args.length == 0)
        .build();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Map<String, DataStream<String>> streams = new TreeMap<>();
    for (Map.Entry<Kind, List<String>> e : settings.topics.entrySet()) {
      streams.put(e.getKey().name(), env.fromSource(KafkaSource.<String>builder().setBootstrapServers(settings.servers).setTopics(e.getValue())
          .setGroupId("fleet").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), e.getKey().toString()));
    }
    DataStream<String> all = streams.values().stream().reduce(DataStream::union).get();
    List<String> outs = IntStream.rangeClosed(1, 3).mapToObj(i -> String.format("fleet-%02d", i)).filter(t -> !t.endsWith("02")).collect(Collectors.toList());
    outs.forEach(t -> all.sinkTo(sink(settings, t)));
    if (settings.alerts) {
      all.filter(s -> s.contains("!")).sinkTo(sink(settings, "alerts"));
    }
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName(FleetJob.class.getSimpleName()).jobNamespace(FleetJob.class.getPackage().getName()).build());
    env.execute();
  }

  private static KafkaSink<String> sink(Settings settings, String topic) {
    return KafkaSink.<String>builder().setBootstrapServers(settings.servers).setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }
}
