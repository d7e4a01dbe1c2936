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

public class Ambiguous {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE people (id INT, name STRING) WITH ('connector'='datagen')");
    t.executeSql("CREATE TABLE pets (id INT, owner INT) WITH ('connector'='datagen')");
    t.executeSql("CREATE TABLE hole (name STRING) WITH ('connector'='blackhole')");
    t.from("people").select($("name")).executeInsert("hole");
    t.from("people").join(t.from("pets")).where($("owner").isEqual($("id"))).select($("name")).executeInsert("hole");
  }
}
