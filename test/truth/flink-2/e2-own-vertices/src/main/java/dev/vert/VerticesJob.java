package dev.vert;

import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.connector.sink2.*;
import org.apache.flink.api.connector.source.*;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;
import org.apache.flink.streaming.api.lineage.*;

public class VerticesJob {
  static class Metered<T> implements Sink<T>, LineageVertexProvider {
    private final Sink<T> inner;
    private final String meter;
    Metered(Sink<T> inner, String meter) { this.inner = inner; this.meter = meter; }
    @Override public SinkWriter<T> createWriter(WriterInitContext context) throws java.io.IOException { return inner.createWriter(context); }
    @Override public LineageVertex getLineageVertex() {
      List<LineageDataset> all = new ArrayList<>();
      if (inner instanceof LineageVertexProvider provider) {
        all.addAll(provider.getLineageVertex().datasets());
      }
      all.add(new DefaultLineageDataset(meter, "meter", new HashMap<>()));
      DefaultLineageVertex vertex = new DefaultLineageVertex();
      all.forEach(vertex::addLineageDataset);
      return vertex;
    }
  }

  static class Silent<T, S extends SourceSplit, E> implements Source<T, S, E>, ResultTypeQueryable<T> {
    private final Source<T, S, E> inner;
    private final TypeInformation<T> type;
    Silent(Source<T, S, E> inner, TypeInformation<T> type) { this.inner = inner; this.type = type; }
    @Override public Boundedness getBoundedness() { return inner.getBoundedness(); }
    @Override public SplitEnumerator<S, E> createEnumerator(SplitEnumeratorContext<S> context) throws Exception { return inner.createEnumerator(context); }
    @Override public SplitEnumerator<S, E> restoreEnumerator(SplitEnumeratorContext<S> context, E state) throws Exception { return inner.restoreEnumerator(context, state); }
    @Override public SimpleVersionedSerializer<S> getSplitSerializer() { return inner.getSplitSerializer(); }
    @Override public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() { return inner.getEnumeratorCheckpointSerializer(); }
    @Override public SourceReader<T, S> createReader(SourceReaderContext context) throws Exception { return inner.createReader(context); }
    @Override public TypeInformation<T> getProducedType() { return type; }
  }

  static class Named<T, S extends SourceSplit, E> extends Silent<T, S, E> implements LineageVertexProvider {
    private final Set<String> tables;
    Named(Source<T, S, E> inner, TypeInformation<T> type, String... tables) { super(inner, type); this.tables = Stream.of(tables).collect(Collectors.toCollection(LinkedHashSet::new)); }
    @Override public SourceLineageVertex getLineageVertex() {
      return new SourceLineageVertex() {
        @Override public Boundedness boundedness() { return tables.size() > 1 ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED; }
        @Override public List<LineageDataset> datasets() { return tables.stream().map(it -> (LineageDataset) new DefaultLineageDataset(it, "erp://main", Map.of())).collect(Collectors.toList()); }
      };
    }
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> silent = env.fromSource(new Silent<>(kafka("hidden"), Types.STRING), WatermarkStrategy.noWatermarks(), "silent");
    DataStream<String> named = env.fromSource(new Named<>(kafka("behind"), Types.STRING, "customers", "orders", "customers"), WatermarkStrategy.noWatermarks(), "named");
    silent.union(named).sinkTo(new Metered<>(new Null<>(), "writes"));
    silent.sinkTo(new Metered<>(new Null<>(), "nothing"));
    silent.sinkTo(sink("plain"));
    env.execute("vertices");
  }

  static class Null<T> implements Sink<T> { @Override public SinkWriter<T> createWriter(WriterInitContext context) { throw new UnsupportedOperationException(); } }

  private static KafkaSource<String> kafka(String topic) { return KafkaSource.<String>builder().setBootstrapServers("vert:9092").setTopics(topic).setValueOnlyDeserializer(new SimpleStringSchema()).build(); }
  private static KafkaSink<String> sink(String topic) { return KafkaSink.<String>builder().setBootstrapServers("vert:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build(); }
}
