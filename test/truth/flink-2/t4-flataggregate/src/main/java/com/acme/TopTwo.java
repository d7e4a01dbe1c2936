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

public class TopTwo {
  public static class Best { public Double first; public Double second; }

  public static class Top2 extends TableAggregateFunction<Tuple2<Double, Integer>, Best> {
    @Override public Best createAccumulator() { Best it = new Best(); it.first = Double.MIN_VALUE; it.second = Double.MIN_VALUE; return it; }
    public void accumulate(Best acc, Double value) {
      if (value > acc.first) { acc.second = acc.first; acc.first = value; } else if (value > acc.second) { acc.second = value; }
    }
    public void emitValue(Best acc, Collector<Tuple2<Double, Integer>> out) { out.collect(Tuple2.of(acc.first, 1)); out.collect(Tuple2.of(acc.second, 2)); }
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.createTemporarySystemFunction("Top2", Top2.class);
    Table scores = t.from(TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder().column("player", "STRING").column("score", "DOUBLE").column("country", "STRING").build())
        .option("topic", "scores").option("properties.bootstrap.servers", "game:9092").option("scan.startup.mode", "earliest-offset").format("json").build());
    Table best = scores.groupBy($("country")).flatAggregate(call("Top2", $("score")).as("score", "place")).select($("country"), $("score"), $("place"));
    best.executeInsert(TableDescriptor.forConnector("upsert-kafka")
        .schema(Schema.newBuilder().column("country", DataTypes.STRING().notNull()).column("score", DataTypes.DOUBLE()).column("place", DataTypes.INT().notNull()).primaryKey("country", "place").build())
        .option("topic", "best").option("properties.bootstrap.servers", "game:9092").option("key.format", "json").option("value.format", "json").build());
  }
}
