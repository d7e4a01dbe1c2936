package com.acme.jdbc;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.jdbc.JdbcExactlyOnceOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.JdbcSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class ExactlyOnce {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).build());
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("t").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "t")
      .addSink(JdbcSink.exactlyOnceSink("insert into t (v) values (?)", (ps, v) -> ps.setString(1, v),
          JdbcExecutionOptions.builder().withMaxRetries(0).build(), JdbcExactlyOnceOptions.defaults(), () -> null));
    env.execute();
  }
}
