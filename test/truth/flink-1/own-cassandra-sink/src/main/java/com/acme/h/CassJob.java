package com.acme.h;

import com.datastax.driver.core.Cluster;
import com.datastax.driver.mapping.annotations.Column;
import com.datastax.driver.mapping.annotations.Table;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.cassandra.CassandraSink;
import org.apache.flink.streaming.connectors.cassandra.ClusterBuilder;

public class CassJob {
  @Table(keyspace = Names.KEYSPACE, name = "people")
  public static class Person { @Column(name = "id") private String id; public String getId() { return id; } public void setId(String v) { id = v; } }
  static class Names { static final String KEYSPACE = "hr"; }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("k:9092").setTopics("in").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    DataStream<Tuple2<String, Long>> counts = in.map(v -> Tuple2.of(v, 1L)).returns(Types.TUPLE(Types.STRING, Types.LONG));
    CassandraSink.addSink(counts).setQuery("INSERT INTO web.views (page, views) values (?, ?);").setHost("127.0.0.1", 9999).build();
    DataStream<Person> people = in.map(v -> new Person()).returns(Person.class);
    CassandraSink.addSink(people).setClusterBuilder(new ClusterBuilder() {
      @Override protected Cluster buildCluster(Cluster.Builder b) { return b.addContactPoint("127.0.0.1").withPort(9142).build(); } }).build();
    env.execute("cass");
  }
}
