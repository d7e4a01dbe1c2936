package ro.plan;

import java.util.*;
import java.util.function.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.co.*;
import org.apache.flink.util.*;

public class PlanJob extends Joining<String> {
  private static final OutputTag<String> ODD = new OutputTag<>("odd", Types.STRING);

  public static void main(String[] args) throws Exception { new PlanJob().run("plan"); }

  @Override protected String topic(Role role) { return "plan." + role.ordinal() + "." + role; }

  @Override protected void sinks(SingleOutputStreamOperator<String> stream, Function<String, KafkaSink<String>> sinks) {
    KafkaSink<String> shared = sinks.apply("shared");
    SingleOutputStreamOperator<String> split = stream.process(new ProcessFunction<String, String>() {
      @Override public void processElement(String value, Context context, Collector<String> out) { if (value.length() % 2 == 1) context.output(ODD, value); else out.collect(value); }
    });
    for (DataStream<String> each : List.of(split, split.getSideOutput(ODD))) each.sinkTo(shared);
    split.keyBy(it -> it).sinkTo(sinks.apply("keyed")).setParallelism(1).uid("keyed");
  }
}

abstract class Joining<T> {
  protected enum Role { MAIN, RULES { @Override public String toString() { return "rules!"; } } }
  private final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
  private final Map<Role, DataStream<String>> streams = new EnumMap<>(Role.class);

  protected abstract String topic(Role role);
  protected abstract void sinks(SingleOutputStreamOperator<String> stream, Function<String, KafkaSink<String>> sinks);

  final void run(String name) throws Exception {
    for (Role role : Role.values()) streams.computeIfAbsent(role, it -> env.fromSource(source(topic(it)), WatermarkStrategy.noWatermarks(), it.name()));
    BroadcastStream<String> rules = streams.get(Role.RULES).broadcast(new MapStateDescriptor<>("r", Types.STRING, Types.STRING));
    sinks(streams.get(Role.MAIN).connect(rules).process(new BroadcastProcessFunction<String, String, String>() {
      @Override public void processElement(String value, ReadOnlyContext context, Collector<String> out) { out.collect(value); }
      @Override public void processBroadcastElement(String value, Context context, Collector<String> out) {}
    }), this::sink);
    System.out.println(env.getExecutionPlan().length());
    env.execute(name);
  }

  private KafkaSource<String> source(String topic) { return KafkaSource.<String>builder().setBootstrapServers("plan:9092").setTopics(topic).setValueOnlyDeserializer(new SimpleStringSchema()).build(); }
  private KafkaSink<String> sink(String topic) { return KafkaSink.<String>builder().setBootstrapServers("plan:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build(); }
}
