package com.acme;

import static org.apache.flink.table.api.Expressions.*;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class Mixed {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("mixed").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.createTemporaryTable("codes", TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("code", DataTypes.STRING()).column("n", DataTypes.of(Long.class)).build()).option("topic", "codes").option("properties.bootstrap.servers", "m:9092").option("properties.group.id", "m").option("scan.startup.mode", "earliest-offset").format("json").build());
    Table some = t.from("codes").where($("n").isGreater(3).and($("code").isEqual(7)));
    t.toDataStream(some).print();
    env.execute("mixed");
  }
}
