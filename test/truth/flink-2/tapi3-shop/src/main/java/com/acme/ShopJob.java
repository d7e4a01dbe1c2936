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

public class ShopJob {
  public static class Mask extends ScalarFunction {
    public String eval(String mail) { return mail.replaceAll("@.*", "@..."); }
  }

  private static Table latest(Table orders, Table customers) {
    return orders.join(customers.renameColumns($("id").as("cid"), $("mail").as("customer_mail")), and($("customer").isEqual($("cid")), $("amount").isGreater(0)))
        .select(withColumns(range("id", "amount")), call(Mask.class, $("customer_mail")).as("mail"));
  }

  public static void main(String[] args) throws Exception {
    Configuration conf = Configuration.fromMap(Map.of("pipeline.name", "shop tables", "execution.runtime-mode", "streaming"));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().withConfiguration(conf).withBuiltInDatabaseName("shop").build());
    String broker = "'properties.bootstrap.servers' = 'shop-1:9092,shop-2:9092', 'scan.startup.mode' = 'latest-offset', 'format' = 'json'";
    t.executeSql("CREATE TABLE orders (id BIGINT, customer INT, amount DECIMAL(12, 2), at_time TIMESTAMP(3)) WITH ('connector' = 'kafka', 'topic' = 'orders', " + broker + ")");
    t.executeSql("CREATE TABLE customers (id INT, mail STRING, town STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg:5432/crm', 'table-name' = 'sales.customers')");
    t.executeSql("CREATE TABLE enriched (id BIGINT, customer INT, amount DECIMAL(12, 2), mail STRING) WITH ('connector' = 'kafka', 'topic' = 'enriched', " + broker + ")");
    t.executeSql("CREATE TABLE per_customer (customer INT, n BIGINT, total DECIMAL(38, 2), PRIMARY KEY (customer) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'per-customer', 'properties.bootstrap.servers' = 'shop-1:9092', 'key.format' = 'json', 'value.format' = 'json')");
    t.executeSql("CREATE TABLE towns (town STRING, PRIMARY KEY (town) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg:5432/crm', 'table-name' = 'towns')");
    Table orders = t.from("orders"), customers = t.from("customers");
    StatementSet set = t.createStatementSet();
    set.addInsert("enriched", latest(orders.dropColumns($("at_time")), customers));
    set.add(orders.groupBy($("customer")).aggregate($("amount").sum().as("total")).select($("customer"), lit(1L).as("n"), $("total")).insertInto("per_customer"));
    set.add(customers.select(withoutColumns($("id"), $("mail"))).distinct().insertInto("`shop`.`towns`"));
    set.execute();
  }
}
