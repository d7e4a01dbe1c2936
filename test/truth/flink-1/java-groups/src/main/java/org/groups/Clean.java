package org.groups;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Clean {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Groups groups = Groups.load("flink-application-properties-dev.json");
    String name = groups.get("Job").getProperty("name", "unnamed");
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("groups").jobName(name).build());
    Properties source = groups.get("Source");
    Properties sink = groups.get("Sink");
    String out = groups.take(sink, "topic");
    env.fromSource(KafkaSource.<String>builder().setTopics(groups.take(source, "topic")).setProperties(source).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "clicks")
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers(groups.take(sink, "bootstrap.servers")).setKafkaProducerConfig(sink).setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(out).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute(name);
  }
}
