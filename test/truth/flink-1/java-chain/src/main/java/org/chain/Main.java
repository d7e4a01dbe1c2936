package org.chain;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.ArrayList;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Main {
  enum Orders { CREATED, PAID }

  static void attach(StreamExecutionEnvironment env, Spec spec) {
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers(spec.servers).setTopics(new ArrayList<>(spec.inputs)).setGroupId("chain").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), spec.output)
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers(spec.servers).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(spec.output).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
  }

  public static void main(String[] args) throws Exception {
    Names names = new Names.Versioned("PROD");
    Spec base = Spec.builder().servers("chain", 9092, 9093).input(names.topic(Orders.CREATED), names.topic(Orders.PAID)).build();
    Spec other = base.toBuilder().input("legacy").output(names.topic("all", "orders")).build();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("chain").jobName("chain").build());
    attach(env, base);
    attach(env, other);
    env.execute("chain");
  }
}
