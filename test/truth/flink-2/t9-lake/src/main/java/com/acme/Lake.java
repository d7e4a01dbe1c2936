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

public class Lake {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE CATALOG pai WITH ('type'='paimon','warehouse'='file:///tmp/tapi-pai')");
    t.useCatalog("pai");
    t.executeSql("CREATE TABLE IF NOT EXISTS word_count (word STRING PRIMARY KEY NOT ENFORCED, cnt BIGINT)");
    t.executeSql("CREATE TEMPORARY TABLE word_table (word STRING) WITH ('connector'='datagen','fields.word.length'='1')");
    StatementSet set = t.createStatementSet();
    set.addInsert("word_count", t.from("word_table").groupBy($("word")).select($("word"), $("word").count().as("cnt")));
    set.addInsert("default_catalog.default_database.seen", t.from("pai.`default`.word_table"));
    t.executeSql("CREATE TABLE default_catalog.default_database.seen (word STRING) WITH ('connector'='print')");
  }
}
