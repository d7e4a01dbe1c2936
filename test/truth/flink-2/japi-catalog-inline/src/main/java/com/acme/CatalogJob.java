package com.acme;

import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;


public class CatalogJob {
  public static class Shout extends ScalarFunction {
    public String eval(String s) { return s + "!"; }
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.registerCatalog("mem", new GenericInMemoryCatalog("mem", "main"));
    t.useCatalog("mem");
    t.createTemporarySystemFunction("shout", Shout.class);
    t.executeSql("CREATE TABLE words (w STRING, n INT) WITH ('connector'='kafka','topic'='words','properties.bootstrap.servers'='k:9092','properties.group.id'='g','format'='csv')");
    t.executeSql("CREATE TABLE loud (w STRING) WITH ('connector'='kafka','topic'='loud','properties.bootstrap.servers'='k:9092','format'='csv')");
    Table some = t.sqlQuery("SELECT w FROM words WHERE n > 2");
    Table all = t.sqlQuery("SELECT shout(w) AS w FROM " + some);
    t.createTemporaryView("loud_words", all);
    System.out.println(t.explainSql("INSERT INTO loud SELECT w FROM words"));
    t.executeSql("INSERT INTO loud SELECT w FROM loud_words UNION ALL SELECT w FROM default_catalog.default_database.extra WHERE 1 = 0".replace("default_catalog.default_database.extra", "words"));
    t.executeSql("INSERT INTO loud SELECT w FROM nowhere");
  }
}
