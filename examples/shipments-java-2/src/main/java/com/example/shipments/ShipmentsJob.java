package com.example.shipments;

import java.io.InputStream;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/** Forwards late shipments. Where to, an argument says; from where, a properties file. Flink 2.2. */
public class ShipmentsJob {

  public static void main(String[] args) throws Exception {
    ParameterTool parameters = ParameterTool.fromArgs(args);
    Properties settings = new Properties();
    try (InputStream file = ShipmentsJob.class.getResourceAsStream("/shipments.properties")) {
      settings.load(file);
    }

    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<String> shipments =
        KafkaSource.<String>builder()
            .setBootstrapServers(settings.getProperty("brokers"))
            .setTopics(settings.getProperty("topic.in"))
            .setGroupId("late-shipments")
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();

    KafkaSink<String> late =
        KafkaSink.<String>builder()
            .setBootstrapServers(settings.getProperty("brokers"))
            .setRecordSerializer(
                KafkaRecordSerializationSchema.builder()
                    .setTopic(parameters.get("late-topic", "shipments.late"))
                    .setValueSerializationSchema(new SimpleStringSchema())
                    .build())
            .build();

    env.fromSource(shipments, WatermarkStrategy.noWatermarks(), "shipments")
        .filter(shipment -> shipment.contains("\"late\":true"))
        .sinkTo(late);
    env.execute("late shipments");
  }
}
