package dev.visit;

import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.file.sink.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.core.fs.Path;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

public class VisitorJob {
  sealed interface Endpoint permits Topic, Folder, Many {
    <R> R accept(Visitor<R> visitor);
    static Endpoint parse(String text) {
      String[] parts = text.split("\\|");
      return parts.length > 1 ? new Many(Arrays.stream(parts).map(Endpoint::parse).toList()) : text.startsWith("file:") ? new Folder(text.substring(5)) : Topic.of(text);
    }
  }
  record Topic(String server, String name) implements Endpoint {
    static Topic of(String text) { int slash = text.indexOf('/'); return new Topic(text.substring(0, slash), text.substring(slash + 1)); }
    Topic { Objects.requireNonNull(server); if (!server.contains(":")) { server = server + ":9092"; } }
    @Override public <R> R accept(Visitor<R> visitor) { return visitor.topic(this); }
  }
  record Folder(String path) implements Endpoint { @Override public <R> R accept(Visitor<R> visitor) { return visitor.folder(this); } }
  record Many(List<Endpoint> all) implements Endpoint { @Override public <R> R accept(Visitor<R> visitor) { return visitor.many(this); } }

  interface Visitor<R> {
    R topic(Topic topic);
    R folder(Folder folder);
    default R many(Many many) { R last = null; for (Endpoint it : many.all()) { last = it.accept(this); } return last; }
  }

  static class Reading implements Visitor<DataStream<String>> {
    private final StreamExecutionEnvironment env;
    Reading(StreamExecutionEnvironment env) { this.env = env; }
    @Override public DataStream<String> topic(Topic topic) {
      return env.fromSource(KafkaSource.<String>builder().setBootstrapServers(topic.server()).setTopics(topic.name()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), topic.toString());
    }
    @Override public DataStream<String> folder(Folder folder) { throw new UnsupportedOperationException(folder.path()); }
    @Override public DataStream<String> many(Many many) { return many.all().stream().map(it -> it.accept(this)).reduce((a, b) -> a.union(b)).get(); }
  }

  static final class Writing implements Visitor<Integer> {
    private final Deque<DataStream<String>> streams = new ArrayDeque<>();
    Writing(DataStream<String> stream) { streams.push(stream); }
    @Override public Integer topic(Topic it) {
      streams.peek().sinkTo(KafkaSink.<String>builder().setBootstrapServers(it.server).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(it.name).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
      return 1;
    }
    @Override public Integer folder(Folder it) {
      streams.peek().sinkTo(FileSink.forRowFormat(new Path(it.path), new SimpleStringEncoder<String>()).build());
      return 0;
    }
  }

  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> in = Endpoint.parse("v1/raw.events|v2:9093/raw.clicks").accept(new Reading(env));
    Integer count = Endpoint.parse("file:/tmp/visit|v1/clean|v3/copy").accept(new Writing(in));
    env.execute("visitor-" + count);
  }
}
