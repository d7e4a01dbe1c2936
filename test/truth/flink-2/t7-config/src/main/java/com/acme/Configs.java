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

public class Configs {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env, EnvironmentSettings.newInstance().inStreamingMode().build());
    Configuration more = new Configuration();
    more.set(PipelineOptions.NAME, "from addConfiguration");
    t.getConfig().addConfiguration(more);
    t.executeSql("CREATE TABLE n (x INT) WITH ('connector'='datagen')");
    t.executeSql("CREATE TABLE m (x INT) WITH ('connector'='blackhole')");
    t.from("n").executeInsert("m");
    t.getConfig().getConfiguration().setString("pipeline.name", "from getConfiguration");
    t.from("n").executeInsert("m");
    Configuration below = new Configuration();
    below.setString("pipeline.name", "from the stream environment");
    env.configure(below, Configs.class.getClassLoader());
    t.from("n").executeInsert("m");
    t.getConfig().set("pipeline.name", "from set").set("parallelism.default", "2");
    t.createStatementSet().addInsert("m", t.from("n")).execute();
  }
}
