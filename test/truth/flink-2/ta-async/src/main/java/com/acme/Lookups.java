package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
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

public class Lookups {
  public static class Geo extends ScalarFunction {
    public @DataTypeHint("ROW<country STRING, city STRING>") Row eval(String ip) { return Row.of("DE", "Ulm"); }
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.createTemporarySystemFunction("geo", Geo.class);
    t.executeSql("CREATE TABLE hits (ip STRING, url STRING, pt AS PROCTIME()) WITH ('connector'='kafka','topic'='hits','properties.bootstrap.servers'='geo:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.executeSql("CREATE TABLE pages (url STRING, title STRING) WITH ('connector'='jdbc','url'='jdbc:oracle:thin:@//geo:1521/web','table-name'='PAGES')");
    Table located = t.from("hits").addColumns(call("geo", $("ip")).as("place")).select($("url"), $("pt"), $("place").get("country").as("country"), $("place").get("city").as("city"));
    t.createTemporaryView("located", located);
    Table titled = t.sqlQuery("""
        SELECT l.country, l.city, p.title
        FROM located AS l
        LEFT JOIN pages FOR SYSTEM_TIME AS OF l.pt AS p ON l.url = p.url
        """);
    DataStream<Row> rows = t.toDataStream(titled);
    rows.map(it -> it.getFieldAs("country") + ":" + it.getField("title")).sinkTo(KafkaSink.<String>builder().setBootstrapServers("geo:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("located").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("located hits");
  }
}
