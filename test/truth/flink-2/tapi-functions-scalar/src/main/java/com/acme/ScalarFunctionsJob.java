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

public class ScalarFunctionsJob {
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
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE texts (id INT, body STRING) WITH ('connector'='kafka','topic'='texts','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.createTemporarySystemFunction("parse", Parse.class);
    t.createTemporarySystemFunction("price", new Price());
    t.createTemporaryFunction("split_words", Split.class);
    t.executeSql("CREATE TABLE parsed WITH ('connector'='kafka','topic'='parsed','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT id, parse(body) AS size, price(body) AS cost FROM texts");
  }
}
