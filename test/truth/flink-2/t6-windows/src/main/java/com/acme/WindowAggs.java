package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import org.apache.flink.util.Collector;
import static org.apache.flink.table.api.Expressions.*;

public class WindowAggs {
  public static class Acc { public long n; }

  public static class CountBig extends AggregateFunction<Long, Acc> {
    @Override public Acc createAccumulator() { return new Acc(); }
    @Override public Long getValue(Acc it) { return it.n; }
    public void accumulate(Acc it, Double value) { if (value != null && value > 10) it.n++; }
  }

  public static class TopN extends TableAggregateFunction<Double, Acc> {
    @Override public Acc createAccumulator() { return new Acc(); }
    public void accumulate(Acc it, Double value) { it.n++; }
    public void emitValue(Acc it, Collector<Double> out) { out.collect((double) it.n); }
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE m (k STRING, v DOUBLE, pt AS PROCTIME(), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector'='kafka','topic'='m','properties.bootstrap.servers'='w:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.executeSql("CREATE TABLE big (k STRING, n BIGINT, ws TIMESTAMP(3)) WITH ('connector'='filesystem','path'='file:///tmp/big','format'='json')");
    t.executeSql("CREATE TABLE top (k STRING, v DOUBLE, we TIMESTAMP(3)) WITH ('connector'='kafka','topic'='top','properties.bootstrap.servers'='w:9092','format'='json')");
    t.createTemporarySystemFunction("countBig", CountBig.class);
    t.createTemporarySystemFunction("topN", new TopN());
    Table m = t.from("m");
    Table big = m.window(Tumble.over(lit(5).minutes()).on($("ts")).as("w")).groupBy($("w"), $("k")).aggregate(call("countBig", $("v")).as("n")).select($("k"), $("n"), $("w").start().as("ws"));
    Table top = m.window(Tumble.over(lit(10).seconds()).on($("ts")).as("w")).groupBy($("w"), $("k")).flatAggregate(call("topN", $("v")).as("v")).select($("k"), $("v"), $("w").end().as("we"));
    t.createStatementSet().add(big.insertInto("big")).add(top.insertInto("top")).execute();
  }
}
