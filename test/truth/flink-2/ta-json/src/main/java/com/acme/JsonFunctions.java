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

public class JsonFunctions {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.createTemporaryTable("hooks", TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("body", DataTypes.STRING()).columnByMetadata("topic", DataTypes.STRING().notNull(), true).columnByMetadata("headers", DataTypes.MAP(DataTypes.STRING(), DataTypes.BYTES()), "headers", true).build())
        .option("topic", "hooks.a;hooks.b").option("properties.bootstrap.servers", "json:9092").option("scan.startup.mode", "timestamp").option("scan.startup.timestamp-millis", "1700000000000").format("raw").build());
    Table parsed = t.from("hooks").select(
        $("body").jsonValue("$.id", DataTypes.INT()).as("id"),
        $("body").jsonQuery("$.items").as("items"),
        $("body").jsonExists("$.urgent").as("urgent"),
        $("topic").substring(7).as("kind"),
        $("headers").at("trace").cast(DataTypes.STRING()).as("trace"),
        concatWs("/", $("topic"), $("body").md5()).as("digest"));
    parsed.where($("id").isNotNull().and($("urgent"))).insertInto(TableDescriptor.forConnector("kafka").option("topic", "urgent").option("properties.bootstrap.servers", "json:9092").format("json").build()).execute();
    parsed.where($("urgent").isNotTrue()).executeInsert(TableDescriptor.forConnector("blackhole").build());
  }
}
