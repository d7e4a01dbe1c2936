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
import org.apache.flink.connector.datagen.table.DataGenConnectorOptions;

public class Cats {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    GenericInMemoryCatalog memory = new GenericInMemoryCatalog("mem", "base");
    t.registerCatalog("mem", memory);
    t.useCatalog("mem");
    t.executeSql("CREATE DATABASE IF NOT EXISTS staging COMMENT 'raw tables'");
    t.useDatabase("staging");
    t.createTable("events", TableDescriptor.forConnector("datagen").schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).column("kind", DataTypes.VARCHAR(20)).column("at", DataTypes.TIMESTAMP_LTZ(3)).build()).option(DataGenConnectorOptions.ROWS_PER_SECOND, 5L).option("fields.id.kind", "sequence").option("fields.id.start", "1").option("fields.id.end", "100").build());
    t.createTable("base.copy", TableDescriptor.forConnector("blackhole").schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).withComment("the id").column("kind", DataTypes.STRING()).build()).build());
    t.useCatalog("default_catalog");
    t.executeSql("CREATE TABLE audit (id BIGINT, kind STRING) WITH ('connector'='kafka','topic'='audit','properties.bootstrap.servers'='cat:9092','format'='json')");
    Table events = t.from("mem.staging.events").select($("id"), $("kind"));
    t.createStatementSet().add(events.insertInto("mem.base.copy")).add(events.where($("kind").isNotNull()).insertInto("audit")).execute();
  }
}
