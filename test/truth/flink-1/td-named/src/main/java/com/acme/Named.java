package com.acme;

import static org.apache.flink.table.api.Expressions.*;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class Named {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("named").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE codes (code STRING, n BIGINT, extra STRING) WITH ('connector' = 'kafka', 'topic' = 'codes', 'properties.bootstrap.servers' = 'm:9092', 'properties.group.id' = 'm', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json')");
    Table grouped = t.from("codes").groupBy($("code").upperCase().as("c")).select($("c"), $("n").sum(), $("n").max().plus(1L), $("n").sum().as("again"));
    t.createTemporaryView("grouped", grouped);
    t.createTemporaryTable("into", TableDescriptor.forConnector("upsert-kafka").schema(Schema.newBuilder().fromResolvedSchema(t.sqlQuery("SELECT CAST(c AS STRING) AS c, `EXPR$0` AS total FROM grouped").getResolvedSchema()).build()).option("topic", "x").build());
    t.executeSql("CREATE TABLE sums (c STRING, total BIGINT, PRIMARY KEY (c) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'sums', 'properties.bootstrap.servers' = 'm:9092', 'key.format' = 'json', 'value.format' = 'json')");
    org.apache.flink.table.api.bridge.java.StreamStatementSet set = t.createStatementSet();
    set.addInsert("sums", t.from("grouped").select($("c"), $("EXPR$0")));
    set.attachAsDataStream();
    env.execute("named");
  }
}
