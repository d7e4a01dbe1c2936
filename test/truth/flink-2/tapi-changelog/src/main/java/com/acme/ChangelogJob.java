package com.acme;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import static org.apache.flink.table.api.Expressions.*;

public class ChangelogJob {
  static DataStream<String> lines(StreamExecutionEnvironment env, String topic) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("tapi:9092").setTopics(topic).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), topic);
  }

  static KafkaSink<String> sink(String topic) {
    return KafkaSink.<String>builder().setBootstrapServers("tapi:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.registerCatalog("own", new GenericInMemoryCatalog("own", "shop"));
    t.useCatalog("own");
    t.executeSql("CREATE TABLE sales (item STRING, amount INT) WITH ('connector'='kafka','topic'='sales','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json')");
    Table sums = t.from("sales").groupBy($("item")).select($("item"), $("amount").sum().as("total"));
    t.toChangelogStream(sums).map(Row::toString).sinkTo(sink("changes"));
    DataStream<Row> changes = lines(env, "cdc").map(s -> Row.ofKind(RowKind.INSERT, s, 1)).returns(Types.ROW_NAMED(new String[] {"name", "score"}, Types.STRING, Types.INT));
    t.createTemporaryView("changes", t.fromChangelogStream(changes, Schema.newBuilder().column("name", "STRING NOT NULL").column("score", "INT").primaryKey("name").build(), ChangelogMode.upsert()));
    t.executeSql("CREATE TABLE shown (name STRING, score INT) WITH ('connector'='print')");
    t.executeSql("INSERT INTO shown SELECT name, score FROM changes WHERE score > 3");
    env.execute("changelog");
  }
}
