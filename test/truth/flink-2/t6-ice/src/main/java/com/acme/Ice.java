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

public class Ice {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    Configuration c = new Configuration();
    c.setString("type", "iceberg");
    c.setString("catalog-type", "hadoop");
    c.setString("warehouse", "file:///tmp/tapi-ice");
    t.createCatalog("ice", CatalogDescriptor.of("ice", c));
    t.useCatalog("ice");
    t.executeSql("CREATE DATABASE IF NOT EXISTS lake");
    t.useDatabase("lake");
    t.executeSql("CREATE TABLE IF NOT EXISTS days (id BIGINT COMMENT 'number', name STRING, PRIMARY KEY (id) NOT ENFORCED)");
    t.executeSql("CREATE TABLE IF NOT EXISTS names (name STRING)");
    t.createTemporaryTable("given", TableDescriptor.forConnector("filesystem").schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).column("name", DataTypes.STRING()).build()).option("path", "file:///tmp/tapi-given").format("json").build());
    t.from("given").executeInsert("ice.lake.days");
    t.from("days").select($("name")).distinct().insertInto("names", true).execute();
  }
}
