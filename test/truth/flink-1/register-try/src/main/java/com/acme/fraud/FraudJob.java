package com.acme.fraud;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.api.java.utils.MultipleParameterTool;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

public class FraudJob {
    public static void main(String[] args) throws Exception {
        MultipleParameterTool options = MultipleParameterTool.fromArgs(args);
        try (StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment()) {
            env.fromSource(payments(options), WatermarkStrategy.noWatermarks(), "payments")
                    .sinkTo(alerts(options));
            env.registerJobListener(
                    OpenLineageFlinkJobListener.builder()
                            .executionEnvironment(env)
                            .jobNamespace("register-try")
                            .jobName("fraud")
                            .build());
            try (CloseableIterator<String> rows =
                    env.fromSource(payments(options), WatermarkStrategy.noWatermarks(), "sample")
                            .executeAndCollect("fraud")) {
                System.out.println(rows.hasNext());
            }
        }
    }

    private static KafkaSource<String> payments(MultipleParameterTool options) {
        return KafkaSource.<String>builder()
                .setBootstrapServers(options.get("servers", "fraud:9092"))
                .setTopics(options.getMultiParameter("topic").toArray(new String[0]))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
    }

    private static KafkaSink<String> alerts(MultipleParameterTool options) {
        return KafkaSink.<String>builder()
                .setBootstrapServers(options.get("servers", "fraud:9092"))
                .setRecordSerializer(
                        KafkaRecordSerializationSchema.builder()
                                .setTopicSelector(it -> "fraud-alerts")
                                .setValueSerializationSchema(new SimpleStringSchema())
                                .build())
                .build();
    }
}
