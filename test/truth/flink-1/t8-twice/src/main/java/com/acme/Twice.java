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
import io.openlineage.flink.OpenLineageFlinkJobListener;

public class Twice {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("two tables").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE a (id INT, v STRING) WITH ('connector'='kafka','topic'='a','properties.bootstrap.servers'='tw:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE f (id INT, v STRING) WITH ('connector'='filesystem','path'='file:///tmp/f','format'='csv')");
    Table both = t.from("a").unionAll(t.from("f"));
    DataStream<Row> one = t.toDataStream(both.where($("id").isGreater(3)));
    DataStream<Tuple2<Boolean, Row>> two = t.toRetractStream(t.from("a").groupBy($("id")).select($("id"), $("v").max().as("m")), Row.class);
    t.createTemporaryView("again", one);
    t.toDataStream(t.sqlQuery("SELECT * FROM again WHERE v IS NOT NULL")).addSink(new org.apache.flink.streaming.api.functions.sink.DiscardingSink<>());
    two.filter(it -> it.f0).map(it -> it.f1.toString()).sinkTo(KafkaSink.<String>builder().setBootstrapServers("tw:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("max").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute();
  }
}
