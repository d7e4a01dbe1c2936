package com.acme.st;

import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class StreamToTable {
  public static class Click {
    public String user;
    public long count;
    public Click() {}
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    DataStream<String> raw = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("kk:9092").setTopics("clicks-1", "clicks-2").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "clicks");
    DataStream<Tuple2<String, Integer>> pairs = raw.map(s -> Tuple2.of(s, 1)).returns(Types.TUPLE(Types.STRING, Types.INT));
    DataStream<Click> clicks = raw.map(s -> new Click());
    t.createTemporaryView("pairs", pairs);
    t.createTemporaryView("clicks", clicks, Schema.newBuilder().column("user", "STRING").column("count", "BIGINT").columnByExpression("pt", "PROCTIME()").build());
    t.executeSql("CREATE TABLE counts (w STRING, n BIGINT) WITH ('connector'='kafka','topic'='counts','properties.bootstrap.servers'='kk:9092','format'='json')");
    t.executeSql("CREATE TABLE users (u STRING, n BIGINT) WITH ('connector'='print')");
    StatementSet set = t.createStatementSet();
    set.addInsertSql("INSERT INTO counts SELECT f0, CAST(f1 AS BIGINT) FROM pairs");
    set.addInsertSql("INSERT INTO users SELECT `user`, `count` FROM clicks WHERE `count` > 3");
    set.addInsert("users", t.sqlQuery("SELECT f0, 1 + CAST(0 AS BIGINT) FROM pairs"));
    set.execute();
  }
}
