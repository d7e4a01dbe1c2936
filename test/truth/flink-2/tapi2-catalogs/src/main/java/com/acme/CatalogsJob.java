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

public class CatalogsJob {
  public static void main(String[] args) throws Exception {
    Configuration conf = new Configuration();
    conf.setString("table.builtin-catalog-name", "main");
    conf.setString("table.builtin-database-name", "base");
    EnvironmentSettings settings = EnvironmentSettings.newInstance().withConfiguration(conf).inStreamingMode().build();
    TableEnvironment tEnv = TableEnvironment.create(settings);
    Configuration options = new Configuration();
    options.setString("type", "generic_in_memory");
    options.setString("default-database", "raw");
    tEnv.createCatalog("lake", CatalogDescriptor.of("lake", options));
    tEnv.executeSql("CREATE DATABASE IF NOT EXISTS lake.`fine-grained`");
    tEnv.useCatalog("lake");
    tEnv.executeSql("CREATE TABLE events (id BIGINT, kind STRING) COMMENT 'raw events' WITH ('connector'='kafka','topic'='lake.events','properties.bootstrap.servers'='cat:9092','scan.startup.mode'='earliest-offset','format'='json')");
    tEnv.useDatabase("fine-grained");
    tEnv.executeSql("CREATE TABLE `events` (`id` BIGINT, `kind` STRING) WITH ('connector'='kafka','topic'='lake.fine','properties.bootstrap.servers'='cat:9092','format'='json')");
    tEnv.useCatalog(tEnv.listCatalogs()[0].equals("none") ? "lake" : "main");
    tEnv.executeSql("CREATE TABLE archive (id BIGINT, kind STRING) WITH ('connector'='filesystem','path'='file:///archive','format'='csv')");
    for (String it : tEnv.listTables()) {
      System.out.println(it);
    }
    Table events = tEnv.from("lake.raw.events");
    tEnv.createTemporaryView("lake.raw.kinds", events.groupBy($("kind")).select($("kind")));
    events.filter($("kind").isEqual("fine").or($("id").isLess(0L))).insertInto("lake.`fine-grained`.`events`").execute();
    tEnv.from("`lake`.`fine-grained`.events").leftOuterJoin(tEnv.from("lake.raw.kinds").as("k"), $("kind").isEqual($("k"))).select($("id"), $("kind")).dropColumns($("kind")).addColumns(lit("x").as("kind"))
        .executeInsert("main.base.archive");
  }
}
