package com.tele.shapes;

import java.time.Duration;
import java.util.*;
import java.util.concurrent.TimeUnit;
import java.util.function.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.async.*;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.OutputTag;

public class ShapesJob {
  private static final String[] REGIONS = {"north", "south"};
  private static final OutputTag<String> LATE = new OutputTag<>("late", Types.STRING);
  private static final Map<String, Supplier<String>> SERVERS;

  static {
    Map<String, Supplier<String>> servers = new LinkedHashMap<>();
    for (String region : REGIONS) {
      servers.put(region, () -> "kafka-" + region.charAt(0) + ":9092");
    }
    servers.computeIfPresent("south", (region, supplier) -> () -> supplier.get().toUpperCase(Locale.ENGLISH));
    SERVERS = Collections.unmodifiableMap(servers);
  }

  public static void main(String[] args) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.NAME, String.join("/", REGIONS));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration).setParallelism(1).disableOperatorChaining();

    DataStream<String> calls = SERVERS.entrySet().stream()
        .map(entry -> (DataStream<String>) env.fromSource(kafka(entry.getValue().get(), "calls." + entry.getKey()), WatermarkStrategy.noWatermarks(), entry.getKey()))
        .reduce(DataStream::union).orElseThrow();
    DataStream<String> ticks = env.fromSource(new DataGeneratorSource<>(String::valueOf, 100, Types.STRING), WatermarkStrategy.noWatermarks(), "ticks");
    DataStream<String> asked = AsyncDataStream.unorderedWait(calls.connect(ticks).map(new Both()), new Ask(), 1, TimeUnit.SECONDS);
    SingleOutputStreamOperator<String> windowed = asked.keyBy(String::length).window(TumblingEventTimeWindows.of(Duration.ofMinutes(1))).sideOutputLateData(LATE).reduce((a, b) -> a + b);

    List<DataStream<String>> outputs = List.of(windowed, windowed.getSideOutput(LATE), ticks);
    IntStream.range(0, outputs.size()).mapToObj(it -> outputs.get(it).sinkTo(sink("shapes-" + it)).name("sink " + it)).forEach(it -> it.setParallelism(2));
    env.execute();
  }

  private static KafkaSource<String> kafka(String servers, String topic) {
    return KafkaSource.<String>builder().setTopics(topic).setBootstrapServers(servers).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  private static KafkaSink<String> sink(String topic) {
    BiFunction<String, String, KafkaSink<String>> make = (servers, name) -> KafkaSink.<String>builder().setBootstrapServers(servers)
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(name).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
    return make.apply(SERVERS.get(REGIONS[topic.length() % 2]).get(), topic);
  }

  static class Both implements org.apache.flink.streaming.api.functions.co.CoMapFunction<String, String, String> {
    @Override public String map1(String value) { return value; }
    @Override public String map2(String value) { return value; }
  }

  static class Ask extends RichAsyncFunction<String, String> {
    @Override public void asyncInvoke(String input, ResultFuture<String> future) { future.complete(Collections.singleton(input)); }
  }
}
