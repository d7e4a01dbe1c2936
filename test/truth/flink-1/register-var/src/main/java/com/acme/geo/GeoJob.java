package com.acme.geo;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class GeoJob {
  public static void main(String[] args) throws Exception {
    var configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.AUTOMATIC);
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    for (var area : new String[] {"north", "south"}) {
      var source =
          KafkaSource.<String>builder()
              .setBootstrapServers("geo:9092")
              .setTopics("geo." + area)
              .setStartingOffsets(OffsetsInitializer.earliest())
              .setValueOnlyDeserializer(new SimpleStringSchema())
              .build();
      var sink =
          KafkaSink.<String>builder()
              .setBootstrapServers("geo:9092")
              .setRecordSerializer(
                  KafkaRecordSerializationSchema.builder()
                      .setTopic("geo." + area + ".clean")
                      .setValueSerializationSchema(new SimpleStringSchema())
                      .build())
              .build();
      env.fromSource(source, WatermarkStrategy.noWatermarks(), area).sinkTo(sink);
    }
    var name = String.format("geo-%s", args[0]);
    env.registerJobListener(
        OpenLineageFlinkJobListener.builder()
            .executionEnvironment(env)
            .jobNamespace("register-var")
            .jobName(name)
            .build());
    var result = env.execute(name);
    System.out.println(result.getNetRuntime());
  }
}
