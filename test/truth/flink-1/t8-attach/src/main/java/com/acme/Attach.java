package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;
import org.apache.flink.streaming.connectors.kafka.table.KafkaConnectorOptions;
import io.openlineage.flink.OpenLineageFlinkJobListener;

public class Attach {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("attach one").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.createTemporaryTable("readings", TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("id", DataTypes.STRING()).column("v", DataTypes.DOUBLE()).columnByMetadata("ts", DataTypes.TIMESTAMP_LTZ(3), "timestamp").watermark("ts", "ts").build())
        .option(KafkaConnectorOptions.TOPIC, List.of("readings-a", "readings-b")).option("properties.bootstrap.servers", "one-1:9092,one-2:9092").option(KafkaConnectorOptions.SCAN_STARTUP_MODE, KafkaConnectorOptions.ScanStartupMode.EARLIEST_OFFSET).option("properties.group.id", "g").format("json").build());
    t.createTemporaryTable("limits", TableDescriptor.forConnector("jdbc").schema(Schema.newBuilder().column("id", DataTypes.STRING()).column("most", DataTypes.DOUBLE()).build()).option("url", "jdbc:postgresql://one:5432/limits").option("table-name", "public.limits").build());
    Table over = t.from("readings").join(t.from("limits").renameColumns($("id").as("lid")), $("id").isEqual($("lid"))).where($("v").isGreater($("most"))).select($("id"), $("v"));
    StreamStatementSet set = t.createStatementSet();
    set.add(over.insertInto(TableDescriptor.forConnector("kafka").option("topic", "over").option("properties.bootstrap.servers", "one-1:9092").format("json").build()));
    set.addInsert(TableDescriptor.forConnector("blackhole").build(), t.from("readings").select($("id")).distinct());
    set.attachAsDataStream();
    env.execute("attached");
  }
}
