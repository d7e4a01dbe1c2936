package com.logs;

import static org.apache.flink.table.api.Expressions.*;

import com.logs.functions.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.functions.UserDefinedFunction;

public class LogJob {
  private static final Object[][] FUNCTIONS = {
      {"parse_kv", KeyValues.class},
      {"mask", new Mask('*')},
      {"p95", Percentile.class},
  };

  @SuppressWarnings("unchecked")
  private static void register(TableEnvironment t) {
    for (Object[] function : FUNCTIONS) {
      if (function[1] instanceof Class) {
        t.createTemporarySystemFunction((String) function[0], (Class<? extends UserDefinedFunction>) function[1]);
      } else {
        t.createTemporarySystemFunction((String) function[0], (UserDefinedFunction) function[1]);
      }
    }
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    register(t);
    t.executeSql("CREATE TABLE app_log (app STRING, line STRING, took DOUBLE, seen_at TIMESTAMP(3), WATERMARK FOR seen_at AS seen_at) WITH ('connector' = 'kafka', 'topic-pattern' = 'log\\..*', 'properties.bootstrap.servers' = 'logs:9092', 'scan.startup.mode' = 'latest-offset', 'format' = 'json')");
    t.executeSql("CREATE TABLE pairs (app STRING, k STRING, v STRING) WITH ('connector' = 'kafka', 'topic' = 'log-pairs', 'properties.bootstrap.servers' = 'logs:9092', 'format' = 'json')");
    t.executeSql("CREATE TABLE latencies (app STRING, w TIMESTAMP(3), p DOUBLE) WITH ('connector' = 'kafka', 'topic' = 'log-latencies', 'properties.bootstrap.servers' = 'logs:9092', 'format' = 'json')");
    Table log = t.from("app_log");
    StatementSet set = t.createStatementSet();
    set.addInsert("pairs", log.joinLateral(call("parse_kv", $("line")).as("k", "v")).select($("app"), $("k"), call("mask", $("v"))));
    set.addInsert("latencies", log.window(Slide.over(lit(10).minutes()).every(lit(1).minute()).on($("seen_at")).as("w")).groupBy($("w"), $("app")).select($("app"), $("w").rowtime().cast(DataTypes.TIMESTAMP(3)).as("w"), call("p95", $("took")).as("p")));
    set.addInsertSql("INSERT INTO pairs SELECT app, T.word, CAST(T.n AS STRING) FROM app_log LEFT JOIN LATERAL TABLE(parse_kv(line)) AS T(word, n) ON TRUE WHERE app <> 'ingress'");
    set.execute();
  }
}
