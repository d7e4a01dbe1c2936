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
import org.apache.flink.table.api.config.OptimizerConfigOptions;

public class Reuse {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    TableConfig config = t.getConfig();
    config.set(OptimizerConfigOptions.TABLE_OPTIMIZER_REUSE_SOURCE_ENABLED, false);
    config.set(PipelineOptions.NAME, "no reuse");
    t.executeSql("CREATE TABLE stock (sku STRING, shop INT, n INT) WITH ('connector'='kafka','topic'='stock','properties.bootstrap.servers'='re:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE shops (id INT, town STRING) WITH ('connector'='jdbc','url'='jdbc:postgresql://re:5432/shops','table-name'='shops')");
    t.executeSql("CREATE TABLE low (sku STRING, town STRING) WITH ('connector'='kafka','topic'='low','properties.bootstrap.servers'='re:9092','format'='json')");
    t.executeSql("CREATE TABLE full (sku STRING, town STRING) WITH ('connector'='kafka','topic'='full','properties.bootstrap.servers'='re:9092','format'='json')".replace("TABLE full", "TABLE `full`"));
    Table shops = t.from("shops");
    Table low = t.from("stock").where($("n").isLess(3)).join(shops, $("shop").isEqual($("id"))).select($("sku"), $("town"));
    Table full = t.from("stock").where($("n").isGreaterOrEqual(100)).join(shops.where($("town").isNotEqual("Ulm")), $("shop").isEqual($("id"))).select($("sku"), $("town"));
    t.createStatementSet().addInsert("low", low).addInsert("`full`", full).execute();
  }
}
