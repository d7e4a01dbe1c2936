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
import static org.apache.flink.table.api.Expressions.*;

public class OverRows {
  public static void main(String[] args) {
    EnvironmentSettings settings = EnvironmentSettings.newInstance().withConfiguration(Configuration.fromMap(Map.of("pipeline.name", "running sums"))).build();
    TableEnvironment t = TableEnvironment.create(settings);
    t.createTemporaryTable("sales", TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("shop", DataTypes.INT()).column("amount", DataTypes.DECIMAL(9, 2)).columnByExpression("pt", "PROCTIME()").columnByMetadata("ts", DataTypes.TIMESTAMP_LTZ(3), "timestamp").build())
        .option("topic", "sales").option("properties.bootstrap.servers", "over:9092").option("scan.startup.mode", "latest-offset").option("json.ignore-parse-errors", "true").format("json").build());
    Table running = t.from("sales")
        .window(Over.partitionBy($("shop")).orderBy($("pt")).preceding(UNBOUNDED_ROW).following(CURRENT_ROW).as("w"))
        .select($("shop"), $("amount").sum().over($("w")).as("total"), $("amount").count().over($("w")), $("ts"));
    running.as("shop", "total", "n", "ts").where($("n").mod(10).isEqual(0)).dropColumns($("n")).insertInto(TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder().column("shop", DataTypes.INT()).column("total", DataTypes.DECIMAL(38, 2)).columnByMetadata("timestamp", DataTypes.TIMESTAMP_LTZ(3)).build())
        .option("topic", "totals").option("properties.bootstrap.servers", "over:9092").option("sink.delivery-guarantee", "at-least-once").format(FormatDescriptor.forFormat("json").option("timestamp-format.standard", "ISO-8601").build()).build()).execute();
  }
}
