package com.acme;

import static org.apache.flink.table.api.Expressions.*;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

public class Refused {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE visits (who STRING, page STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'visits', 'properties.bootstrap.servers' = 'v:9092', 'properties.group.id' = 'v', 'scan.startup.mode' = 'latest-offset', 'format' = 'json')");
    Table visits = t.from("visits").window(Session.withGap(lit(20).minutes()).on($("ts")).as("s")).groupBy($("s"), $("who")).select($("who"), $("page").lastValue(), $("s").end());
    t.toDataStream(visits).map(it -> it.getField(0)).print();
    env.execute();
  }
}
