package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.*;

public class SetsJob {
  static void create(TableEnvironment env, String name, String path) {
    env.createTemporaryTable(name, TableDescriptor.forConnector("filesystem").schema(Schema.newBuilder().column("k", DataTypes.STRING()).column("v", DataTypes.INT()).build())
        .option("path", path).format("csv").build());
  }

  public static void main(String[] args) throws Exception {
    EnvironmentSettings settings = EnvironmentSettings.newInstance().inBatchMode().build();
    TableEnvironment env = TableEnvironment.create(settings);
    create(env, "jan", "/data/2024/01");
    create(env, "feb", "/data/2024/02");
    create(env, "mar", "/data/2024/03");
    create(env, "bad", "/data/2024/bad");
    create(env, "best", "/data/best");
    create(env, "rest", "/data/rest");
    Table jan = env.from("jan"), feb = env.from("feb"), mar = env.from("mar"), bad = env.from("bad");
    Table all = jan.union(feb).unionAll(mar).minus(bad);
    env.createTemporaryView("everything", all);
    env.from("everything").orderBy($("v").desc(), $("k").asc()).offset(2).fetch(10).executeInsert("best", false);
    Table both = jan.select($("k")).intersect(feb.select($("k"))).distinct();
    Table rest = mar.join(both.as("k2"), $("k").isEqual($("k2"))).groupBy($("k")).select($("k"), $("v").max().as("v")).where($("v").isGreaterOrEqual(lit(3)));
    rest.insertInto("rest").execute();
    env.sqlQuery("SELECT k, COUNT(*) FROM " + both + " GROUP BY k").execute().print();
  }
}
