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

public class JdbcFilters {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE people (id INT, name STRING, age INT, town STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector'='jdbc','url'='jdbc:postgresql://jf:5432/people','table-name'='people')");
    t.executeSql("CREATE TABLE events (who INT, what STRING) WITH ('connector'='kafka','topic'='events','properties.bootstrap.servers'='jf:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE out_table (what STRING, name STRING, kind STRING) WITH ('connector'='kafka','topic'='out','properties.bootstrap.servers'='jf:9092','format'='json')");
    Table people = t.from("people");
    Table young = people.where($("age").isLess(30)), old = people.where($("age").isGreaterOrEqual(30).and($("town").isEqual("Ulm")));
    Table events = t.from("events");
    Table a = events.join(young, $("who").isEqual($("id"))).select($("what"), $("name"), lit("young").as("kind"));
    Table b = events.join(old, $("who").isEqual($("id"))).select($("what"), $("name"), lit("old").as("kind"));
    Table c = events.leftOuterJoin(people.select($("id"), $("town")), $("who").isEqual($("id"))).select($("what"), $("what").as("name"), lit("any").as("kind"));
    a.unionAll(b).unionAll(c).executeInsert("out_table");
  }
}
