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

public class SubQueries {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    String k = "'connector'='kafka','properties.bootstrap.servers'='sq:9092','scan.startup.mode'='earliest-offset','format'='json'";
    t.executeSql("CREATE TABLE a (id INT, v STRING) WITH ('topic'='a'," + k + ")");
    t.executeSql("CREATE TABLE b (id INT) WITH ('topic'='b'," + k + ")");
    t.executeSql("CREATE TABLE c (id INT, v STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='c','properties.bootstrap.servers'='sq:9092','key.format'='json','value.format'='json')");
    t.executeSql("CREATE TABLE o (id INT, v STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector'='jdbc','url'='jdbc:mysql://sq:3306/s','table-name'='o')");
    Table a = t.from("a"), b = t.from("b"), c = t.from("c");
    Table notIn = a.where($("id").in(b).not());
    Table either = a.filter($("id").in(b.where($("id").isGreater(5))).or($("v").isNull()));
    Table right = c.as("cid", "cv").rightOuterJoin(notIn, $("cid").isEqual($("id"))).select($("id"), ifThenElse($("cv").isNull(), $("v"), $("cv")).as("v"));
    right.unionAll(either).executeInsert("o");
  }
}
