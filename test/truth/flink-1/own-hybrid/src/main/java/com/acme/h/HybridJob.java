package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class HybridJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    FileSource<String> files = FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path("file:///data")).build();
    KafkaSource<String> middle = KafkaSource.<String>builder().setBootstrapServers("k1:9092").setTopics("m1", "m2").setBounded(OffsetsInitializer.latest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    KafkaSource<String> live = KafkaSource.<String>builder().setBootstrapServers("k2:9092").setTopics("live").setValueOnlyDeserializer(new SimpleStringSchema()).build();
    KafkaSource<String> deferred = KafkaSource.<String>builder().setBootstrapServers("k3:9092").setTopics("deferred").setValueOnlyDeserializer(new SimpleStringSchema()).build();
    HybridSource<String> one = HybridSource.builder(files).addSource(middle).addSource(live).build();
    HybridSource<String> two = HybridSource.builder(middle).addSource(c -> deferred, Boundedness.CONTINUOUS_UNBOUNDED).build();
    env.fromSource(one, WatermarkStrategy.noWatermarks(), "one", Types.STRING).print();
    env.fromSource(two, WatermarkStrategy.noWatermarks(), "two", Types.STRING).print();
    env.execute("hybrid");
  }
}
