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

public class OverJob {
  public static class Acc { public double sum; public long weight; }

  public static class Weighted extends AggregateFunction<Double, Acc> {
    @Override public Acc createAccumulator() { return new Acc(); }
    @Override public Double getValue(Acc it) { return it.weight == 0 ? null : it.sum / it.weight; }
    public void accumulate(Acc it, Double value, Integer weight) { it.sum += value * weight; it.weight += weight; }
  }

  public static void main(String[] args) throws Exception {
    TableEnvironment tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    tEnv.createTemporarySystemFunction("weighted", Weighted.class);
    tEnv.executeSql("CREATE TABLE trades (sym STRING, price DOUBLE, qty INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector'='kafka','topic-pattern'='trades-.*','properties.bootstrap.servers'='over:9092','scan.startup.mode'='latest-offset','format'='json')".replace("'topic-pattern'='trades-.*'", "'topic'='trades-eu;trades-us'"));
    Table trades = tEnv.from("trades");
    Table names = tEnv.fromValues(DataTypes.ROW(DataTypes.FIELD("code", DataTypes.STRING()), DataTypes.FIELD("name", DataTypes.STRING())), row("A", "Acme"), row("B", "Bolt"));
    Table running = trades.window(Over.partitionBy($("sym")).orderBy($("ts")).preceding(lit(10).minutes()).following(CURRENT_RANGE).as("o"))
        .select($("sym"), $("price").avg().over($("o")).as("mean"), $("price").max().over($("o")).as("top"));
    Table weighted = trades.window(Tumble.over(lit(1).hours()).on($("ts")).as("w")).groupBy($("sym"), $("w"))
        .select($("sym"), call("weighted", $("price"), $("qty")).as("vwap"));
    Table full = weighted.join(names).where($("sym").isEqual($("code"))).select($("name"), $("vwap"));
    TableDescriptor means = TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("sym", DataTypes.STRING()).column("mean", DataTypes.DOUBLE()).column("top", DataTypes.DOUBLE()).build())
        .option("topic", "means").option("properties.bootstrap.servers", "over:9092").format("json").build();
    TablePipeline pipeline = running.insertInto(means);
    StatementSet set = tEnv.createStatementSet().add(pipeline)
        .addInsert(TableDescriptor.forConnector("jdbc").schema(Schema.newBuilder().column("name", DataTypes.STRING()).column("vwap", DataTypes.DOUBLE()).build())
            .option("url", "jdbc:postgresql://pg-over:5432/trades").option("table-name", "vwap").build(), full);
    System.out.println(set.explain());
    set.execute();
  }
}
