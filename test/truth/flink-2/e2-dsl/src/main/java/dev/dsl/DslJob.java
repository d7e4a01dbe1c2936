package dev.dsl;

import java.util.*;
import java.util.function.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

public class DslJob {
  static final class Flow {
    private final String name;
    private final List<UnaryOperator<DataStream<String>>> steps = new LinkedList<>();
    private final Map<String, Consumer<Flow>> branches = new LinkedHashMap<>();
    private Function<StreamExecutionEnvironment, DataStream<String>> start;

    private Flow(String name) { this.name = name; }
    static Flow named(String name) { return new Flow(name); }
    Flow from(String server, String... topics) {
      start = env -> env.fromSource(KafkaSource.<String>builder().setBootstrapServers(server).setTopics(topics).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), name + topics.length);
      return this;
    }
    Flow via(UnaryOperator<DataStream<String>> step) { steps.add(step); return this; }
    Flow to(String server, String topic) {
      return via(stream -> {
        stream.sinkTo(KafkaSink.<String>builder().setBootstrapServers(server).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(name + "." + topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
        return stream;
      });
    }
    Flow branch(String sub, Consumer<Flow> definition) { branches.put(sub, definition); return this; }

    DataStream<String> run(StreamExecutionEnvironment env) { return run(start.apply(env)); }
    private DataStream<String> run(DataStream<String> stream) {
      for (UnaryOperator<DataStream<String>> step : steps) stream = step.apply(stream);
      DataStream<String> result = stream;
      branches.forEach((sub, definition) -> {
        Flow flow = Flow.named(name + "/" + sub);
        definition.accept(flow);
        flow.run(flow.start == null ? result : result.union(flow.start.apply(result.getExecutionEnvironment())));
      });
      return result;
    }
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Flow.named("shop").from("dsl:9092", "orders", "returns").via(it -> it.map(String::trim)).to("dsl:9092", "clean")
        .branch("big", flow -> flow.via(it -> it.filter(s -> s.length() > 100)).to("big:9092", "large")
            .branch("huge", inner -> inner.from("late:9092", "extra").to("big:9092", "huge")))
        .branch("small", flow -> flow.to("small:9092", "tiny"))
        .run(env);
    env.execute("dsl");
  }
}
