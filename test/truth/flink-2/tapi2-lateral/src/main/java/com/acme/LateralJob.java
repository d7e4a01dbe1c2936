package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.*;

public class LateralJob {
  @FunctionHint(output = @DataTypeHint("ROW<word STRING, length INT>"))
  public static class Words extends TableFunction<Row> {
    public void eval(String text, String by) {
      for (String it : text.split(by)) {
        collect(Row.of(it, it.length()));
      }
    }
  }

  @DataTypeHint("ROW<head STRING, tail STRING>")
  public static class Cut extends ScalarFunction {
    public @DataTypeHint("ROW<head STRING, tail STRING>") Row eval(String text) {
      return Row.of(text.substring(0, 1), text.substring(1));
    }
  }

  public static void main(String[] args) throws Exception {
    TableEnvironment tEnv = TableEnvironment.create(new Configuration().set(PipelineOptions.NAME, "lateral words"));
    tEnv.executeSql("CREATE TABLE lines (id INT, line STRING) WITH ('connector'='kafka','topic'='lines','properties.bootstrap.servers'='lat:9092','scan.startup.mode'='earliest-offset','format'='raw')".replace("id INT, ", ""));
    tEnv.executeSql("CREATE TABLE words (line STRING, w STRING, len INT) WITH ('connector'='kafka','topic'='words','properties.bootstrap.servers'='lat:9092','format'='csv')");
    tEnv.executeSql("CREATE TABLE heads (head STRING) WITH ('connector'='jdbc','url'='jdbc:postgresql://pg-lat:5432/texts','table-name'='public.heads')");
    tEnv.executeSql("CREATE TABLE flat (word STRING, n INT) WITH ('connector'='print')");
    tEnv.createTemporarySystemFunction("Words", Words.class);
    tEnv.createTemporarySystemFunction("Cut", new Cut());
    Table lines = tEnv.from("lines");
    Table inner = lines.joinLateral(call("Words", $("line"), " ").as("w", "len")).select($("line"), $("w"), $("len"));
    Table outer = lines.leftOuterJoinLateral(call(Words.class, $("line"), ",").as("w", "len")).select($("line"), $("w"), $("len"));
    StatementSet set = tEnv.createStatementSet();
    set.add(inner.unionAll(outer).insertInto("words"));
    set.addInsert("heads", lines.map(call("Cut", $("line"))).as("head", "tail").select($("head")));
    set.addInsert("flat", lines.flatMap(call("Words", $("line"), ";")).as("word", "n"));
    set.execute();
  }
}
