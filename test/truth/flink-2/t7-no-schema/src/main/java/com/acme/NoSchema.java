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

public class NoSchema {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.createTemporaryTable("beats", TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("id", DataTypes.BIGINT().notNull()).column("kind", DataTypes.VARCHAR(20)).column("amount", DataTypes.DECIMAL(10, 2)).columnByMetadata("ts", DataTypes.TIMESTAMP_LTZ(3), "timestamp").columnByExpression("half", $("amount").dividedBy(2)).watermark("ts", $("ts").minus(lit(1).seconds())).build())
        .option("topic", "beats").option("properties.bootstrap.servers", "ns:9092").option("scan.startup.mode", "earliest-offset").format("json").build());
    TableDescriptor lake = TableDescriptor.forConnector("filesystem").comment("no schema of its own").option("path", "file:///tmp/ns").format("json").build();
    t.from("beats").select($("id"), $("kind"), $("amount"), $("ts"), $("kind").upperCase().as("loud"), $("id").plus(1), lit("x").as("letter")).executeInsert(lake);
    t.from("beats").groupBy($("kind")).select($("kind"), $("amount").sum().as("total"), $("id").count().as("n")).insertInto(TableDescriptor.forConnector("print").build()).execute();
  }
}
