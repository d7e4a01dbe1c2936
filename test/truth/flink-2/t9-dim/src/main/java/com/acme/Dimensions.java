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

public class Dimensions {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE orders (order_id STRING, product_id INT, customer_id INT, price DECIMAL(10, 2), order_time TIMESTAMP_LTZ(3), proc AS PROCTIME(), WATERMARK FOR order_time AS order_time) WITH ('connector'='kafka','topic'='orders','properties.bootstrap.servers'='dim:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE products (id INT, name STRING, category STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector'='jdbc','url'='jdbc:postgresql://pg:5432/shop','table-name'='products','lookup.cache'='PARTIAL','lookup.partial-cache.max-rows'='1000')");
    t.executeSql("CREATE TABLE customers (id INT, city STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='customers','properties.bootstrap.servers'='dim:9092','key.format'='json','value.format'='json')");
    t.executeSql("CREATE TABLE enriched (order_id STRING, product STRING, category STRING, city STRING, price DECIMAL(10, 2), PRIMARY KEY (order_id) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='enriched','properties.bootstrap.servers'='dim:9092','key.format'='json','value.format'='json')");
    Table withProduct = t.sqlQuery("SELECT o.*, p.name AS product, p.category FROM orders AS o LEFT JOIN products FOR SYSTEM_TIME AS OF o.proc AS p ON o.product_id = p.id");
    Table joined = withProduct.leftOuterJoin(t.from("customers").select($("id").as("cid"), $("city")), $("customer_id").isEqual($("cid")));
    t.createTemporaryView("joined", joined);
    Table result = joined.select($("order_id"), $("product"), $("category"), $("city"), $("price"));
    result.printSchema();
    System.out.println(result.explain(ExplainDetail.CHANGELOG_MODE));
    result.executeInsert("enriched");
  }
}
