package com.acme.cass;

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

public class WordCounts {
  @Table(keyspace = "stats", name = "word_totals")
  public static class Total {
    @Column(name = "word") private String word;
    @Column(name = "n") private long n;
    public Total() {}
    public Total(String word, long n) { this.word = word; this.n = n; }
    public String getWord() { return word; }
    public void setWord(String word) { this.word = word; }
    public long getN() { return n; }
    public void setN(long n) { this.n = n; }
  }

  private static final String KEYSPACE = "stats";
  private static final String INSERT = "INSERT INTO " + KEYSPACE + ".words (word, n) VALUES (?, ?);";

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("words").build());
    DataStream<String> words = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("kafka:9092").setTopics("words").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "words");
    CassandraSink.addSink(words.map(w -> Tuple2.of(w, 1L)).returns(Types.TUPLE(Types.STRING, Types.LONG)))
        .setQuery(INSERT)
        .setClusterBuilder(new ClusterBuilder() {
          @Override protected Cluster buildCluster(Cluster.Builder builder) {
            return builder.addContactPoint("127.0.0.1").withPort(9777).build();
          }
        })
        .build();
    CassandraSink.addSink(words.map(w -> new Total(w, 1L))).setHost("127.0.0.1", 9778).build();
    env.execute();
  }
}
