package org.bank.fraud;

import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.cep.*;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.*;

public final class FraudJob {
  private static final OutputTag<String> LATE = new OutputTag<String>("late") {};

  public static void main(String[] args) throws Exception {
    Runner.named(FraudJob::title).withServers("fraud-a:9092", "fraud-b:9092").run(FraudJob::define);
  }

  private static String title() { return String.format("%s-%02d", "fraud", 7); }

  private static void define(StreamExecutionEnvironment env, Runner.Context context) {
    DataStream<String> payments = env.fromSource(reading(context).setTopics(context.topic("payments"), context.topic("refunds")).build(), WatermarkStrategy.forMonotonousTimestamps(), "payments");
    Pattern<String, String> pattern = Pattern.<String>begin("first").where(SimpleCondition.of(it -> it.startsWith("x"))).next("second").where(SimpleCondition.of(it -> it.endsWith("y")));
    SingleOutputStreamOperator<String> hits = CEP.pattern(payments.keyBy(String::hashCode), pattern).inProcessingTime().sideOutputLateData(LATE).process(new PatternProcessFunction<String, String>() {
      @Override public void processMatch(Map<String, List<String>> match, Context ctx, Collector<String> out) { out.collect(match.toString()); }
    });
    hits.sinkTo(writing(context, context.topic("hits")));
    hits.getSideOutput(LATE).sinkTo(writing(context, context.topic("hits") + ".late"));
  }

  private static KafkaSourceBuilder<String> reading(Runner.Context context) {
    return KafkaSource.<String>builder().setBootstrapServers(context.servers()).setGroupId("fraud").setValueOnlyDeserializer(new SimpleStringSchema());
  }


  private static KafkaSink<String> writing(Runner.Context context, String topic) {
    KafkaSinkBuilder<String> builder = KafkaSink.builder();
    builder.setBootstrapServers(context.servers());
    KafkaRecordSerializationSchemaBuilder<String> serializer = KafkaRecordSerializationSchema.builder();
    serializer.setTopic(topic);
    serializer.setKeySerializationSchema(new SimpleStringSchema());
    builder.setRecordSerializer(serializer.setValueSerializationSchema(new SimpleStringSchema()).build());
    return builder.build();
  }
}
