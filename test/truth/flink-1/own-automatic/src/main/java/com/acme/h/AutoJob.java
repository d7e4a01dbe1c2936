package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class AutoJob {
  static class Numbers extends org.apache.flink.api.connector.source.lib.NumberSequenceSource {
    Numbers() { super(1, 5); }
    @Override public Boundedness getBoundedness() { return Boundedness.CONTINUOUS_UNBOUNDED; }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setRuntimeMode(RuntimeExecutionMode.AUTOMATIC);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("b").setBounded(OffsetsInitializer.latest()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "b").print();
    env.fromSource(new DataGeneratorSource<>(n -> "x" + n, 10L, Types.STRING), WatermarkStrategy.noWatermarks(), "d").print();
    env.readTextFile("/etc/hostname").print();
    env.fromSource(k("never"), WatermarkStrategy.noWatermarks(), "never");
    env.executeAsync("bounded");
    env.fromSource(FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path("/etc/hostname")).monitorContinuously(Duration.ofSeconds(5)).build(), WatermarkStrategy.noWatermarks(), "f").print();
    env.executeAsync("monitored");
    env.fromSource(new Numbers(), WatermarkStrategy.noWatermarks(), "n").print();
    env.executeAsync("own");
    env.fromSource(HybridSource.builder(FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path("/etc/hostname")).build()).addSource(k("live")).build(), WatermarkStrategy.noWatermarks(), "h", Types.STRING).print();
    env.executeAsync("hybrid");
  }
  static KafkaSource<String> k(String t) { return KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics(t).setValueOnlyDeserializer(new SimpleStringSchema()).build(); }
}
