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

public class StreamConditionsJob {
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
    env.registerJobListener(io.openlineage.flink.OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("tapi").jobName("tapi-stream-conditions").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE a (id BIGINT, kind STRING) WITH ('connector'='kafka','topic'='a','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.executeSql("CREATE TABLE b (id BIGINT, kind STRING) WITH ('connector'='kafka','topic'='b','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json')");
    DataStream<Tuple2<Long, String>> pairs = lines(env, "pairs").map(s -> Tuple2.of(1L, s)).returns(Types.TUPLE(Types.LONG, Types.STRING));
    Table dead = t.fromDataStream(pairs).as("id", "kind").where(lit(1).isEqual(2));
    Table never = t.from("a").where($("id").isGreater(5).and($("id").isLess(3)));
    Table some = t.from("b").where($("kind").in("x", "y"));
    t.toDataStream(dead.unionAll(never).unionAll(some)).map(Row::toString).sinkTo(sink("out"));
    env.execute("conditions");
  }
}
