package com.acme.audit;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class AuditJobs {
    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment live = StreamExecutionEnvironment.getExecutionEnvironment();
        StreamExecutionEnvironment nightly = StreamExecutionEnvironment.getExecutionEnvironment();
        nightly.setRuntimeMode(RuntimeExecutionMode.BATCH);
        copy(live, "audit", "audit-copy", false);
        copy(nightly, "audit", "audit-nightly", true);
        copy(nightly, "audit-late", "audit-nightly", true);

        live.registerJobListener(
                OpenLineageFlinkJobListener.builder()
                        .executionEnvironment(live)
                        .jobNamespace("register-two-environments")
                        .jobName("audit-live")
                        .build());
        live.executeAsync("audit-live");
        nightly.registerJobListener(
                OpenLineageFlinkJobListener.builder()
                        .executionEnvironment(nightly)
                        .jobNamespace("register-two-environments")
                        .jobName("AuditJobs")
                        .build());
        nightly.execute();
    }

    private static void copy(StreamExecutionEnvironment env, String from, String to, boolean bounded) {
        var source =
                KafkaSource.<String>builder()
                        .setBootstrapServers("audit:9092")
                        .setTopics(from)
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setValueOnlyDeserializer(new SimpleStringSchema());
        if (bounded) {
            source.setBounded(OffsetsInitializer.latest());
        }
        env.fromSource(source.build(), WatermarkStrategy.noWatermarks(), from)
                .sinkTo(
                        KafkaSink.<String>builder()
                                .setBootstrapServers("audit:9092")
                                .setRecordSerializer(
                                        KafkaRecordSerializationSchema.builder()
                                                .setTopic(to)
                                                .setValueSerializationSchema(new SimpleStringSchema())
                                                .build())
                                .build());
    }
}
