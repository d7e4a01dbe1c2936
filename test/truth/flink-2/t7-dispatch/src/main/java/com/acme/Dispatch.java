package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Dispatch {
  interface Step { Table apply(Table in); }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    String kafka = "'connector'='kafka','properties.bootstrap.servers'='dis:9092','scan.startup.mode'='earliest-offset','format'='json'";
    t.executeSql("CREATE TABLE raw_log (lvl STRING, msg STRING, code INT) WITH ('topic'='raw'," + kafka + ")");
    Map<String, Step> steps = new LinkedHashMap<>();
    steps.put("errors", in -> in.where($("lvl").isEqual("ERROR")));
    steps.put("slow", in -> in.where($("msg").like("%slow%")).select($("lvl"), $("msg"), $("code")));
    steps.put("codes", Dispatch::codes);
    StatementSet set = t.createStatementSet();
    for (Map.Entry<String, Step> step : steps.entrySet()) {
      t.executeSql(String.format("CREATE TABLE `out_%s` (lvl STRING, msg STRING, code INT) WITH ('topic'='log.%1$s',%s)", step.getKey(), kafka));
      set.addInsert("out_" + step.getKey(), step.getValue().apply(t.from("raw_log")));
    }
    set.execute();
  }

  private static Table codes(Table in) {
    return in.filter($("code").in(500, 502, 503)).distinct();
  }
}
