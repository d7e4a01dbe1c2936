package org.di;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.io.*;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.*;

public class Payments {
  private static final OutputTag<String> BAD = new OutputTag<String>("bad") {};
  private final StreamExecutionEnvironment env;
  private final Topics topics;

  Payments(StreamExecutionEnvironment env, Topics topics) {
    this.env = env;
    this.topics = topics;
  }

  private KafkaSink<String> sink(Topics.Name name) {
    return KafkaSink.<String>builder().setBootstrapServers(topics.brokers())
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topics.of(name)).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }

  void start() throws Exception {
    SingleOutputStreamOperator<String> checked = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(topics.brokers())
        .setTopics(topics.of(Topics.Name.INPUT)).setGroupId("p").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "payments")
        .process(new ProcessFunction<String, String>() {
          @Override public void processElement(String it, Context context, Collector<String> out) {
            if (it.isEmpty()) context.output(BAD, it); else out.collect(it);
          }
        });
    checked.sinkTo(sink(Topics.Name.OK));
    checked.getSideOutput(BAD).sinkTo(sink(Topics.Name.BAD));
    env.execute("payments");
  }

  static Properties properties() {
    try (InputStream in = Payments.class.getResourceAsStream("/app.properties"); Reader reader = new InputStreamReader(in)) {
      Properties result = new Properties();
      result.load(reader);
      return result;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Container container = new Container()
        .bind(Properties.class, Payments::properties)
        .bind(Topics.class, it -> new Topics(it.get(Properties.class)))
        .bind(StreamExecutionEnvironment.class, () -> StreamExecutionEnvironment.getExecutionEnvironment())
        .bind(Payments.class, it -> new Payments(it.get(StreamExecutionEnvironment.class), it.get(Topics.class)));
    StreamExecutionEnvironment env = container.get(StreamExecutionEnvironment.class);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("di").jobName("payments").build());
    container.get(Payments.class).start();
  }
}
