package net.watch.routes;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.utils.MultipleParameterTool;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.core.execution.JobListener;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.*;

public class SeverityRoutes {
  enum Severity {
    LOW(null), HIGH("pager"), CRITICAL("pager");
    private final String channel;
    Severity(String channel) { this.channel = channel; }
    Optional<String> channel() { return Optional.ofNullable(channel); }
    OutputTag<String> tag() { return new OutputTag<>(name().toLowerCase(Locale.ROOT), Types.STRING); }
  }

  private static final MapStateDescriptor<String, String> RULES = new MapStateDescriptor<>("rules", Types.STRING, Types.STRING);

  public static void main(String[] args) throws Exception {
    MultipleParameterTool params = MultipleParameterTool.fromArgs(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setGlobalJobParameters(params);
    listener(params).map(make -> make.apply(env)).ifPresent(env::registerJobListener);

    KeyedStream<String, Integer> alerts = env.fromSource(source(params, "alerts.raw"), WatermarkStrategy.noWatermarks(), "alerts").keyBy(String::length);
    BroadcastStream<String> rules = env.fromSource(source(params, params.get("rules", "rules")), WatermarkStrategy.noWatermarks(), "rules").map(String::trim).broadcast(RULES);
    SingleOutputStreamOperator<String> routed = alerts.connect(rules).process(new Router());

    Map<Severity, String> names = new EnumMap<>(Severity.class);
    names.put(Severity.CRITICAL, "alerts.critical");
    names.put(Severity.LOW, "alerts.low");
    names.putIfAbsent(Severity.HIGH, "alerts.high");
    names.forEach((severity, topic) -> routed.getSideOutput(severity.tag())
        .sinkTo(sink(params, severity.channel().map(it -> it + "." + topic).orElse(topic))).uid("to-" + severity).disableChaining());
    routed.print();
    env.execute("severity routes");
  }

  private static Optional<Function<StreamExecutionEnvironment, JobListener>> listener(MultipleParameterTool params) {
    if (params.has("no-lineage")) {
      return Optional.empty();
    }
    return Optional.of(env -> {
      OpenLineageFlinkJobListener.OpenLineageFlinkJobListenerBuilder builder = OpenLineageFlinkJobListener.builder();
      builder.jobNamespace(params.get("job.namespace", "none"));
      builder.jobName(SeverityRoutes.class.getSimpleName());
      return builder.executionEnvironment(env).build();
    });
  }

  private static KafkaSource<String> source(MultipleParameterTool params, String... topics) {
    return KafkaSource.<String>builder().setBootstrapServers(params.getRequired("brokers")).setTopics(topics)
        .setGroupId(params.get("group", "routes")).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  private static KafkaSink<String> sink(MultipleParameterTool params, String topic) {
    return KafkaSink.<String>builder().setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setProperty("bootstrap.servers", params.getRequired("brokers").replace(';', ','))
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setValueSerializationSchema(new SimpleStringSchema()).setTopic(topic).build()).build();
  }

  static class Router extends KeyedBroadcastProcessFunction<Integer, String, String, String> {
    @Override public void processElement(String value, ReadOnlyContext context, Collector<String> out) throws Exception {
      context.output((context.getBroadcastState(RULES).contains(value) ? Severity.CRITICAL : Severity.LOW).tag(), value);
    }
    @Override public void processBroadcastElement(String rule, Context context, Collector<String> out) throws Exception {
      context.getBroadcastState(RULES).put(rule, rule);
    }
  }
}
