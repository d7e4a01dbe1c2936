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

public class Appending {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    TableDescriptor.Builder kafka = TableDescriptor.forConnector("kafka").option("properties.bootstrap.servers", "app:9092").option("scan.startup.mode", "earliest-offset").format("json");
    t.createTemporaryTable("orders", kafka.option("topic", "orders").schema(Schema.newBuilder().column("item", DataTypes.STRING()).column("qty", DataTypes.INT()).column("ts", DataTypes.TIMESTAMP(3)).watermark("ts", "ts").build()).build());
    t.createTemporaryTable("totals", kafka.option("topic", "totals").schema(Schema.newBuilder().column("item", DataTypes.STRING()).column("qty", DataTypes.INT()).build()).build());
    Table perHour = t.from("orders").window(Tumble.over(lit(1).hour()).on($("ts")).as("h")).groupBy($("item"), $("h")).select($("item"), $("qty").sum().as("qty"));
    perHour.insertInto("totals").execute();
    Table ever = t.from("orders").groupBy($("item")).select($("item"), $("qty").sum().as("qty"));
    ever.insertInto("totals").execute();
  }
}
