package com.acme.dsl;
import static com.acme.dsl.Select.*;
import org.apache.flink.table.api.*;

public class Report {
  static final String KAFKA = "WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'dsl:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', ";

  static void kafka(TableEnvironment t, String name, String columns) {
    t.executeSql("CREATE TABLE " + name + " (" + columns + ") " + KAFKA + "'topic' = 'dsl." + name.replace('_', '.') + "', 'properties.group.id' = '" + name + "')");
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().build());
    kafka(t, "raw_users", "id BIGINT, country STRING");
    kafka(t, "raw_visits", "user_id BIGINT, page STRING, ms INT");
    kafka(t, "slow_visits", "page STRING, ms INT");
    Select slow = select("page", "ms").from("raw_visits").join(Join.on("raw_users", "user_id", "id")).where("country", "=", "NL").where("ms", ">", 2_000);
    t.createTemporaryView("slow", t.sqlQuery(slow.toString()));
    t.from("slow").executeInsert("slow_visits");
  }
}
