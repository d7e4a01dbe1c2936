package org.layers;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Main {
  public static void main(String[] args) throws Exception {
    String stage = Optional.ofNullable(System.getenv("NO_SUCH_STAGE")).orElse("dev");
    Layers settings = new Layers().with(System::getProperty).withFile(stage + ".properties").withFile("base.properties");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("layers").jobName(settings.get("job.name").toLowerCase()).build());
    List<String> topics = settings.get("topic.in", it -> Arrays.asList(it.split(",")));
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers(settings.get("kafka.servers")).setTopics(topics).setGroupId("layers")
            .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in")
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers(settings.get("kafka.servers"))
            .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(settings.get("topic.out")).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute(settings.get("job.name"));
  }
}
