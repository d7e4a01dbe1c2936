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

public class RowStreamJob {
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
    DataStream<Tuple2<Long, String>> pairs = lines(env, "pairs").map(s -> Tuple2.of(1L, s)).returns(Types.TUPLE(Types.LONG, Types.STRING));
    DataStream<Row> rows = lines(env, "rows").map(s -> Row.of(1, s)).returns(Types.ROW_NAMED(new String[] {"id", "text"}, Types.INT, Types.STRING));
    t.createTemporaryView("pairs", t.fromDataStream(pairs).as("number", "word"));
    t.createTemporaryView("named_rows", rows);
    t.createTemporaryView("timed", t.fromDataStream(rows, Schema.newBuilder().column("id", "BIGINT").column("text", DataTypes.STRING()).columnByExpression("at", "PROCTIME()").build()));
    t.executeSql("CREATE TABLE mixed WITH ('connector'='kafka','topic'='mixed','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT word, number, id, text FROM pairs JOIN named_rows ON pairs.number = named_rows.id");
    t.executeSql("CREATE TABLE timed_copy WITH ('connector'='kafka','topic'='timed','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT id, text FROM timed");
    t.createTemporaryView("line", lines(env, "lines"));
    t.executeSql("CREATE TABLE line_copy WITH ('connector'='kafka','topic'='line','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT * FROM line");
  }
}
