package com.acme.structure;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

abstract class AbstractPipeline<I, O> {
  protected final StreamExecutionEnvironment env;
  protected final String team;

  protected AbstractPipeline(String team) {
    this.team = team;
    this.env = StreamExecutionEnvironment.getExecutionEnvironment();
    this.env.enableCheckpointing(10_000L);
  }

  protected abstract String inputTopic();

  protected abstract DataStream<O> transform(DataStream<I> in);

  protected String outputTopic() { return inputTopic().replace(".in", ".out"); }

  protected String brokers() { return String.join(",", "kafka-a." + team + ".svc:9092", "kafka-b." + team + ".svc:9092"); }

  protected abstract DataStream<I> source();

  protected abstract void sink(DataStream<O> out);

  public final void run() throws Exception {
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env)
        .jobName(getClass().getSimpleName()).jobNamespace(team.toUpperCase()).build());
    sink(transform(source()));
    env.execute(getClass().getName());
  }
}

abstract class StringPipeline extends AbstractPipeline<String, String> {
  StringPipeline() { super("billing"); }

  @Override protected DataStream<String> source() {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers(brokers()).setTopics(inputTopic()).setGroupId(team)
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), inputTopic());
  }

  @Override protected void sink(DataStream<String> out) {
    out.sinkTo(KafkaSink.<String>builder().setBootstrapServers(brokers())
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(outputTopic())
            .setValueSerializationSchema(new SimpleStringSchema()).build()).build());
  }
}

public class InvoicePipeline extends StringPipeline {
  @Override protected String inputTopic() { return team + ".invoices.in"; }

  @Override protected DataStream<String> transform(DataStream<String> in) { return in.filter(s -> s.length() > 2).name("short ones"); }

  public static void main(String[] args) throws Exception { new InvoicePipeline().run(); }
}
