package shipments;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

public class LateJob {
  public static void main(String[] args) throws Exception {
    String brokers = ParameterTool.fromArgs(args).get("brokers", "kafka-1:9092");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<String> shipments =
        KafkaSource.<String>builder()
            .setBootstrapServers(brokers)
            .setTopics(Topics.SHIPMENTS)
            .setGroupId("late-shipments")
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();
    env.fromSource(shipments, WatermarkStrategy.noWatermarks(), "shipments")
        .filter(it -> it.contains("\"late\":true"))
        .sinkTo(late(brokers));
    env.execute("late shipments");
  }

  private static KafkaSink<String> late(String brokers) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(brokers)
        .setRecordSerializer(
            KafkaRecordSerializationSchema.builder()
                .setTopic(Topics.LATE)
                .setValueSerializationSchema(new SimpleStringSchema())
                .build())
        .build();
  }
}
