package at.bag;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

public class BagJob {
  static final class Option<T> {
    final String key; final Function<String, T> parse; final Supplier<? extends T> fallback;
    private Option(String key, Function<String, T> parse, Supplier<? extends T> fallback) { this.key = key; this.parse = parse; this.fallback = fallback; }
    static <T> Option<T> of(String key, Function<String, T> parse, Supplier<? extends T> fallback) { return new Option<>(key, parse, fallback); }
    static Option<String> text(String key, String fallback) { return of(key, UnaryOperator.identity(), () -> fallback); }
  }

  static final class Bag {
    private final Map<String, String> raw;
    Bag(String[] args) { raw = Arrays.stream(args).map(it -> it.split("=", 2)).filter(it -> it.length == 2 && !it[1].isEmpty()).collect(Collectors.toMap(it -> it[0], it -> it[1])); }
    <T> T get(Option<T> option) { String value = raw.get(option.key); return value == null ? option.fallback.get() : option.parse.apply(value); }
  }

  private static final Option<NavigableSet<String>> TOPICS = Option.of("topics", it -> new TreeSet<>(Arrays.asList(it.split(","))), Collections::emptyNavigableSet);
  private static final Option<String> SERVERS = Option.text("servers", "bag-1:9092");
  private static final Option<String> NAMESPACE = Option.text("namespace", "bags");
  private static final Option<Integer> COPIES = Option.of("copies", Integer::valueOf, () -> 2);

  public static void main(String[] args) throws Exception {
    Bag bag = new Bag(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    NavigableSet<String> topics = bag.get(TOPICS);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace(bag.get(NAMESPACE)).jobName(topics.first() + topics.size()).build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(bag.get(SERVERS)).setTopics(List.copyOf(topics))
        .setStartingOffsets(OffsetsInitializer.latest()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    for (int copy = bag.get(COPIES); copy > 0; copy--) {
      in.sinkTo(KafkaSink.<String>builder().setBootstrapServers(bag.get(SERVERS)).setRecordSerializer(KafkaRecordSerializationSchema.builder()
          .setTopic(topics.descendingSet().stream().collect(Collectors.joining("-", "out-", "." + copy))).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
    env.execute("bag");
  }
}
