package com.acme.returns;

import com.acme.returns.runtime.Jobs;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public final class ReturnsJob {

    private ReturnsJob() {}

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = Jobs.environment(4);
        SingleOutputStreamOperator<String> returns =
                env.fromSource(source("returns"), WatermarkStrategy.noWatermarks(), "returns")
                        .filter(it -> !it.isEmpty());
        returns.sinkTo(sink("returns-checked"));
        returns.filter(it -> it.startsWith("!")).sinkTo(sink("returns-suspicious"));
        Jobs.run(env, "returns-checker");
    }

    private static KafkaSource<String> source(String topic) {
        return KafkaSource.<String>builder()
                .setBootstrapServers("returns-1:9092,returns-2:9092")
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.latest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
    }

    private static KafkaSink<String> sink(String topic) {
        return KafkaSink.<String>builder()
                .setBootstrapServers("returns-2:9092")
                .setRecordSerializer(
                        KafkaRecordSerializationSchema.builder()
                                .setTopic(topic)
                                .setValueSerializationSchema(new SimpleStringSchema())
                                .build())
                .build();
    }
}
