package com.many.con;

import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.*;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.connector.jdbc.*;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.jdbc.core.datastream.source.JdbcSource;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.lineage.*;

public class ConnectorsJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> files = env.fromSource(FileSource.forRecordStreamFormat(new org.apache.flink.connector.file.src.reader.TextLineInputFormat(), new Path("/tmp/none")).build(), WatermarkStrategy.noWatermarks(), "files");
    DataStream<String> rows = env.fromSource(JdbcSource.<String>builder().setDriverName("org.postgresql.Driver").setDBUrl("jdbc:postgresql://pg/shop").setSql("SELECT name FROM customers")
        .setTypeInformation(Types.STRING).setResultExtractor(it -> it.getString(1)).build(), WatermarkStrategy.noWatermarks(), "rows");
    DataStream<String> all = files.union(rows, env.fromData("a", "b"), env.fromSequence(1, 3).map(String::valueOf));
    all.sinkTo(new Told<>("crm://eu", Set.of("person", "company")));
    all.sinkTo(new Untold<>());
    all.sinkTo(FileSink.forRowFormat(new Path("/tmp/none-out"), new SimpleStringEncoder<String>()).build());
    all.sinkTo(JdbcSink.<String>builder().withQueryStatement("INSERT INTO names VALUES (?)", (statement, it) -> statement.setString(1, it))
        .buildAtLeastOnce(new JdbcConnectionOptions.JdbcConnectionOptionsBuilder().withUrl("jdbc:postgresql://pg/shop").withDriverName("org.postgresql.Driver").build()));
    all.sinkTo(KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("all").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("connectors");
  }

  static class Untold<T> implements Sink<T> {
    @Override public SinkWriter<T> createWriter(WriterInitContext context) {
      return new SinkWriter<T>() {
        @Override public void write(T element, Context context) {}
        @Override public void flush(boolean end) {}
        @Override public void close() {}
      };
    }
  }

  abstract static class Telling<T> extends Untold<T> implements LineageVertexProvider {
    abstract Collection<String> names();
    abstract String namespace();
    @Override public LineageVertex getLineageVertex() {
      List<LineageDataset> datasets = new ArrayList<>();
      for (String name : names()) {
        datasets.add(new LineageDataset() {
          @Override public String name() { return name; }
          @Override public String namespace() { return Telling.this.namespace(); }
          @Override public Map<String, LineageDatasetFacet> facets() { return Map.of(); }
        });
      }
      return () -> datasets;
    }
  }

  static class Told<T> extends Telling<T> {
    private final String namespace;
    private final SortedSet<String> names = new TreeSet<>();
    Told(String namespace, Set<String> names) { this.namespace = namespace; this.names.addAll(names); }
    @Override Collection<String> names() { return names; }
    @Override String namespace() { return namespace; }
  }
}
