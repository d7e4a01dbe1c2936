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

public class ColumnsJob {
  private static final String BROKERS = "cols-a:9092,cols-b:9092";

  private static String kafka(String topic) {
    return "WITH ('connector' = 'kafka', 'topic' = '" + topic + "', 'properties.bootstrap.servers' = '" + BROKERS + "', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json')";
  }

  public static void main(String[] args) throws Exception {
    TableEnvironment tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    tEnv.getConfig().set("pipeline.name", "columns");
    tEnv.executeSql("CREATE TABLE Orders (id BIGINT, item STRING, price DECIMAL(10, 2), amount INT, note STRING) " + kafka("orders"));
    tEnv.executeSql("CREATE TABLE Priced (order_id BIGINT, product STRING, total DECIMAL(21, 2), label STRING) " + kafka("priced"));
    tEnv.executeSql("CREATE TABLE Notes (id BIGINT, note STRING) " + kafka("notes"));
    Table orders = tEnv.from("Orders");
    Table wide = orders
        .addColumns($("price").times($("amount")).as("total"), concat($("item"), "-", $("note")).as("label"))
        .renameColumns($("id").as("order_id"), $("item").as("product"))
        .dropColumns($("price"), $("amount"), $("note"));
    wide.printSchema();
    wide.executeInsert("Priced");
    Table notes = orders.addOrReplaceColumns($("note").upperCase().as("note")).select(withColumns($("id")), withoutColumns(withColumns(range(1, 4))));
    System.out.println(notes.explain());
    notes.as("key", "value").insertInto("Notes").execute();
  }
}
