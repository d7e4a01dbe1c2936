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

public class AttachValuesJob {
  public static class Parse extends ScalarFunction {
    public Integer eval(String s) { return s.length(); }
  }

  public static class Price extends ScalarFunction {
    public @DataTypeHint("DECIMAL(12, 3)") BigDecimal eval(String s) { return null; }
  }

  @FunctionHint(output = @DataTypeHint("ROW<word STRING, length INT>"))
  public static class Split extends TableFunction<Row> {
    public void eval(String s) { for (String it : s.split(" ")) { collect(Row.of(it, it.length())); } }
  }

  public static class Sum2 { public long total; }

  public static class Total extends AggregateFunction<Long, Sum2> {
    public Sum2 createAccumulator() { return new Sum2(); }
    public Long getValue(Sum2 it) { return it.total; }
    public void accumulate(Sum2 it, Integer value) { it.total += value; }
  }

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
    env.registerJobListener(io.openlineage.flink.OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("tapi").jobName("tapi-attach-values").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.registerCatalog("own", new GenericInMemoryCatalog("own", "shop"));
    t.useCatalog("own");
    t.executeSql("CREATE TABLE plain (id BIGINT, name STRING) WITH ('connector'='kafka','topic'='plain','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.executeSql("CREATE TABLE copied (id BIGINT, name STRING) WITH ('connector'='kafka','topic'='copied','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.createTemporarySystemFunction("parse", Parse.class);
    StreamStatementSet set = t.createStatementSet();
    set.addInsert("copied", t.fromValues(row(1L, "a"), row(2L, "b")));
    set.addInsertSql("INSERT INTO copied SELECT CAST(parse(name) AS BIGINT), name FROM plain");
    set.attachAsDataStream();
    lines(env, "side").sinkTo(sink("side-out"));
    env.execute("attached values");
  }
}
