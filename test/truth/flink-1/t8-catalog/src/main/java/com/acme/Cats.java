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
import io.openlineage.flink.OpenLineageFlinkJobListener;

public class Cats {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setRuntimeMode(org.apache.flink.api.common.RuntimeExecutionMode.BATCH);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("cats").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    GenericInMemoryCatalog memory = new GenericInMemoryCatalog("memory");
    t.registerCatalog("memory", memory);
    memory.createTable(new ObjectPath("default", "cats"), CatalogTable.of(Schema.newBuilder().column("name", "STRING").build(), null, List.of(), Map.of("connector", "kafka", "topic", "cats", "properties.bootstrap.servers", "cat:9092", "scan.startup.mode", "earliest-offset", "scan.bounded.mode", "latest-offset", "format", "raw")), false);
    t.useCatalog("memory");
    Table cats = t.from("cats");
    t.useCatalog("default_catalog");
    t.toDataStream(cats.orderBy($("name")).fetch(3)).print();
    t.toDataStream(t.fromValues(row("tom"), row("kitty")).as("name").unionAll(t.from("memory.`default`.cats"))).print();
    env.execute();
  }
}
