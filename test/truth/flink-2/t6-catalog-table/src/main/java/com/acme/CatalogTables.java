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

public class CatalogTables {
  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    Catalog catalog = t.getCatalog(t.getCurrentCatalog()).get();
    Schema schema = Schema.newBuilder().column("id", DataTypes.BIGINT()).column("name", DataTypes.STRING()).build();
    Map<String, String> options = new HashMap<>();
    options.put("connector", "kafka");
    options.put("topic", "names");
    options.put("properties.bootstrap.servers", "ct:9092");
    options.put("scan.startup.mode", "earliest-offset");
    options.put("format", "json");
    catalog.createTable(new ObjectPath(t.getCurrentDatabase(), "names"), CatalogTable.newBuilder().schema(schema).comment("all names").options(options).build(), false);
    GenericInMemoryCatalog mine = new GenericInMemoryCatalog("mine");
    mine.createDatabase("db", new CatalogDatabaseImpl(Map.of(), "mine"), true);
    t.registerCatalog("mine", mine);
    mine.createTable(ObjectPath.fromString("db.copy"), CatalogTable.newBuilder().schema(schema).options(Map.of("connector", "blackhole")).build(), true);
    t.from("names").insertInto("mine.db.copy").execute();
  }
}
