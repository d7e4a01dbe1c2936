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

public class Dead {
  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    String rest = "'properties.bootstrap.servers'='dead:9092','scan.startup.mode'='earliest-offset','format'='json')";
    t.executeSql("CREATE TABLE l (id INT, name STRING, kind INT) WITH ('connector'='kafka','topic'='l'," + rest);
    t.executeSql("CREATE TABLE r (rid INT, info STRING, PRIMARY KEY (rid) NOT ENFORCED) WITH ('connector'='jdbc','url'='jdbc:postgresql://d:5432/x','table-name'='r')");
    t.executeSql("CREATE TABLE c (x INT, y STRING) WITH ('connector'='kafka','topic'='c'," + rest);
    t.executeSql("CREATE TABLE o (id INT, name STRING) WITH ('connector'='kafka','topic'='o'," + rest);
    Table l = t.from("l");
    Table withDimension = l.leftOuterJoin(t.from("r"), $("id").isEqual($("rid")));
    Table dead = t.from("c").where($("x").isNull().and($("x").isGreater(3))).as("id", "name");
    Table never = t.from("c").filter(lit(1).isEqual(2)).select($("x").as("id"), $("y").as("name"));
    withDimension.select($("id"), $("name")).unionAll(dead).unionAll(never).executeInsert("o");
  }
}
