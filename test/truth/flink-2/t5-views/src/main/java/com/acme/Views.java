package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Views {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE tx (id STRING, card STRING, cents BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector'='kafka','topic'='tx','properties.bootstrap.servers'='v:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE cards (card STRING, holder STRING, PRIMARY KEY (card) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='cards','properties.bootstrap.servers'='v:9092','key.format'='json','value.format'='json')");
    Table big = t.from("tx").filter($("cents").between(10000, 99999999)).addColumns($("cents").dividedBy(100).as("euros"));
    t.createTemporaryView("big_tx", big);
    Table joined = t.sqlQuery("SELECT b.id, c.holder, b.euros FROM " + big + " b LEFT JOIN cards c ON b.card = c.card");
    t.createTemporaryView("joined", joined);
    Table top = t.sqlQuery(String.format("SELECT holder, MAX(euros) AS m FROM %s GROUP BY holder", "joined"));
    t.executeSql("CREATE TABLE holders (holder STRING, m BIGINT, PRIMARY KEY (holder) NOT ENFORCED) WITH ('connector'='jdbc','url'='jdbc:postgresql://v/bank','table-name'='holders')");
    t.executeSql("CREATE TABLE ids (id STRING) WITH ('connector'='kafka','topic'='ids','properties.bootstrap.servers'='v:9092','format'='json')");
    StatementSet set = t.createStatementSet();
    set.addInsert("holders", top.filter($("holder").isNotNull()));
    set.addInsertSql("INSERT INTO ids SELECT id FROM joined");
    set.execute();
  }
}
