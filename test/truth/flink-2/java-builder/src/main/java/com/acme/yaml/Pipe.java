package com.acme.yaml;
import java.io.InputStream;
import java.util.*;
import java.util.function.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.yaml.snakeyaml.Yaml;

public class Pipe {
  private static final Map<String, BiFunction<DataStream<String>, Object, DataStream<String>>> STEPS = new HashMap<>();

  static {
    STEPS.put("uppercase", (stream, none) -> stream.map(it -> it.toUpperCase()));
    STEPS.put("filter", (stream, text) -> stream.filter(it -> it.contains(text.toString())));
  }

  private final StreamExecutionEnvironment env;
  private DataStream<String> stream;

  private Pipe(StreamExecutionEnvironment env) { this.env = env; }

  static Pipe in(StreamExecutionEnvironment env) { return new Pipe(env); }

  Pipe from(Map<String, Object> source) {
    stream = env.fromSource(KafkaSource.<String>builder().setBootstrapServers((String) source.get("servers")).setTopics((String) source.get("topic"))
        .setGroupId((String) source.get("group")).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "source");
    return this;
  }

  @SuppressWarnings("unchecked")
  Pipe through(List<Object> steps) {
    for (Object step : steps) {
      if (step instanceof String name) {
        stream = STEPS.get(name).apply(stream, null);
      } else if (step instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          stream = STEPS.get(entry.getKey()).apply(stream, entry.getValue());
        }
      }
    }
    return this;
  }

  Pipe to(Map<String, Object> sink) {
    stream.sinkTo(KafkaSink.<String>builder().setBootstrapServers(sink.get("servers").toString())
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(sink.get("topic").toString()).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    return this;
  }

  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws Exception {
    Map<String, Object> root;
    try (InputStream in = Pipe.class.getClassLoader().getResourceAsStream("pipeline.yaml")) {
      root = new Yaml().load(in);
    }
    Map<String, Object> pipeline = (Map<String, Object>) root.get("pipeline");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Pipe pipe = Pipe.in(env).from((Map<String, Object>) pipeline.get("source")).through((List<Object>) pipeline.get("steps"));
    ((List<Map<String, Object>>) pipeline.get("sinks")).forEach(pipe::to);
    env.execute(pipeline.get("name").toString());
  }
}
