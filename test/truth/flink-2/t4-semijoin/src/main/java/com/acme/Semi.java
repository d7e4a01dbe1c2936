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

public class Semi {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    t.executeSql("CREATE TABLE orders (id BIGINT, customer INT, item STRING, amount DOUBLE) WITH ('connector'='kafka','topic'='orders','properties.bootstrap.servers'='k:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE blocked (customer INT, since DATE) WITH ('connector'='jdbc','url'='jdbc:mysql://db:3306/risk','table-name'='blocked')");
    t.executeSql("CREATE TABLE out_orders (id BIGINT, item STRING) WITH ('connector'='kafka','topic'='suspicious','properties.bootstrap.servers'='k:9092','format'='json')");
    Table blocked = t.from("blocked").filter($("since").isNotNull()).select($("customer"));
    Table orders = t.from("orders");
    orders.where($("customer").in(blocked).and($("item").in("book", "pen", "lamp"))).select($("id"), $("item")).executeInsert("out_orders");
  }
}
