package ie.prov;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import java.util.function.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.connector.datagen.source.*;
import org.apache.flink.connector.file.src.*;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.mongodb.source.*;
import org.apache.flink.connector.mongodb.source.reader.deserializer.MongoDeserializationSchema;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;
import org.bson.BsonDocument;

public class Providers {
  private static final Map<String, Supplier<Source<String, ?, ?>>> SOURCES = new TreeMap<>();
  static {
    SOURCES.put("kafka", () -> kafka("live"));
    SOURCES.put("generated", () -> new DataGeneratorSource<>(i -> "n" + i, 1000, Types.STRING));
    SOURCES.put("hybrid", () -> HybridSource.builder(FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path("/tmp/none")).build()).addSource(kafka("tail")).build());
    SOURCES.put("mongo", () -> MongoSource.<String>builder().setUri("mongodb://mongo:27017").setDatabase("shop").setCollection("orders").setDeserializationSchema(new Documents()).build());
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    List<DataStream<String>> streams = new ArrayList<>();
    SOURCES.entrySet().stream().filter(it -> !it.getKey().startsWith("m")).forEach(it -> streams.add(env.fromSource(it.getValue().get(), WatermarkStrategy.noWatermarks(), it.getKey(), Types.STRING).map(String::trim)));
    DataStream<String> first = streams.remove(0);
    @SuppressWarnings("unchecked") DataStream<String> all = first.union(streams.toArray(new DataStream[0]));
    all.sinkTo(KafkaSink.<String>builder().setBootstrapServers("prov:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(String.join("_", SOURCES.keySet())).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("prov").jobName(SOURCES.size() + " providers").build());
    env.execute();
  }

  private static KafkaSource<String> kafka(String topic) {
    return KafkaSource.<String>builder().setBootstrapServers("prov:9092").setTopics(topic).setStartingOffsets(OffsetsInitializer.earliest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  static class Documents implements MongoDeserializationSchema<String> {
    @Override public String deserialize(BsonDocument document) { return document.toJson(); }
    @Override public TypeInformation<String> getProducedType() { return Types.STRING; }
  }
}
