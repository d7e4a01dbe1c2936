package com.inv;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

abstract class AbstractJob<I, O> {
  protected final StreamExecutionEnvironment env = createEnvironment();

  protected abstract DeserializationSchema<I> reading();
  protected abstract SerializationSchema<O> writing();
  protected abstract DataStream<O> transform(DataStream<I> in);

  protected StreamExecutionEnvironment createEnvironment() {
    StreamExecutionEnvironment made = StreamExecutionEnvironment.getExecutionEnvironment();
    made.registerJobListener(OpenLineageFlinkJobListener.builder().jobName(Settings.get().name()).jobNamespace(Keys.NAMESPACE.value()).executionEnvironment(made).build());
    return made;
  }

  public final void submit() throws Exception {
    KafkaSource<I> source = KafkaSource.<I>builder().setBootstrapServers(Keys.KAFKA.value()).setTopics(Keys.TOPICS_IN.value().split("\\s+")).setValueOnlyDeserializer(reading()).build();
    transform(env.fromSource(source, WatermarkStrategy.noWatermarks(), Keys.NAME.value())).sinkTo(sink());
    env.execute(Settings.get().name());
  }

  private KafkaSink<O> sink() {
    return KafkaSink.<O>builder().setBootstrapServers(Keys.KAFKA.value()).setRecordSerializer(KafkaRecordSerializationSchema.<O>builder().setTopic(Keys.SINK_TOPIC.value()).setValueSerializationSchema(writing()).build()).build();
  }
}
