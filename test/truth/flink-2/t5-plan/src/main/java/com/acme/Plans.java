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

public class Plans {
  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE a (x INT) WITH ('connector'='kafka','topic'='a','properties.bootstrap.servers'='plan:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE b (x INT) WITH ('connector'='kafka','topic'='b','properties.bootstrap.servers'='plan:9092','format'='json')");
    CompiledPlan plan = t.from("a").where($("x").isGreater(1)).insertInto("b").compilePlan();
    plan.printExplain();
    plan.execute();
  }
}
