package com.acme.blocks;
import org.apache.flink.table.api.*;

public class Hot {
  public static void main(String[] args) {
    Queries queries = Queries.load("queries.sql");
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql(queries.get("table", "name", "readings", "topic", "iot.readings", "group", "hot"));
    t.executeSql(queries.get("table", "name", "alarms", "topic", "iot.alarms", "group", "none"));
    t.executeSql(queries.get("load", "into", "alarms", "query", queries.get("hot", "from", "readings", "limit", String.valueOf(40.5))));
  }
}
