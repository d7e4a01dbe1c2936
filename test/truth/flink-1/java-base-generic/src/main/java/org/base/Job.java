package org.base;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public abstract class Job<I, O> {
  protected final Settings settings;
  protected final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();

  protected Job(Settings settings) { this.settings = settings; }

  protected abstract DeserializationSchema<I> reader();
  protected abstract SerializationSchema<O> writer();
  protected abstract DataStream<O> transform(DataStream<I> in);
  protected String inputTopic() { return settings.text("topic.in"); }
  protected String outputTopic() { return settings.text("topic.out"); }

  public final void run() throws Exception {
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace(getClass().getPackage().getName()).jobName(settings.text("job.name")).build());
    KafkaSource<I> source = KafkaSource.<I>builder().setProperties(settings.below("kafka")).setTopics(inputTopic()).setValueOnlyDeserializer(reader()).build();
    KafkaSink<O> sink = KafkaSink.<O>builder().setBootstrapServers(settings.text("kafka.bootstrap.servers"))
        .setRecordSerializer(KafkaRecordSerializationSchema.<O>builder().setTopic(outputTopic()).setValueSerializationSchema(writer()).build()).build();
    transform(env.fromSource(source, WatermarkStrategy.noWatermarks(), inputTopic())).sinkTo(sink);
    env.execute(settings.text("job.name"));
  }
}
