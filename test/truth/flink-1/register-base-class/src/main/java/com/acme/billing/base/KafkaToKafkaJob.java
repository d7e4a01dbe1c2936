package com.acme.billing.base;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public abstract class KafkaToKafkaJob {
	protected StreamExecutionEnvironment streaming;

	protected abstract String topic();

	protected abstract DataStream<String> process(DataStream<String> lines);

	protected String jobName(String stage) {
		return stage + "." + topic();
	}

	protected final void start(String stage) throws Exception {
		streaming = StreamExecutionEnvironment.getExecutionEnvironment();
		String brokers = "billing-" + stage + ":9092";
		KafkaSource<String> source = KafkaSource.<String>builder()
				.setBootstrapServers(brokers)
				.setTopics(topic())
				.setStartingOffsets(OffsetsInitializer.earliest())
				.setValueOnlyDeserializer(new SimpleStringSchema())
				.build();
		process(streaming.fromSource(source, WatermarkStrategy.noWatermarks(), topic()))
				.sinkTo(KafkaSink.<String>builder()
						.setBootstrapServers(brokers)
						.setRecordSerializer(KafkaRecordSerializationSchema.builder()
								.setTopic(topic() + "-done")
								.setValueSerializationSchema(new SimpleStringSchema())
								.build())
						.build());
		streaming.registerJobListener(
				OpenLineageFlinkJobListener.builder()
						.executionEnvironment(streaming)
						.jobNamespace("register-base-class")
						.jobName(jobName(stage))
						.build());
		if (!stage.isEmpty())
			streaming.execute(jobName(stage));
	}
}
