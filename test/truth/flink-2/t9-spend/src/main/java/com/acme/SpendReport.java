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

public class SpendReport {
  public static class Floor10 extends ScalarFunction {
    public @DataTypeHint("TIMESTAMP(3)") LocalDateTime eval(@DataTypeHint("TIMESTAMP(3)") LocalDateTime at) { return at.minusMinutes(at.getMinute() % 10); }
  }

  public static Table report(Table transactions) {
    return transactions.select($("account_id"), call(Floor10.class, $("transaction_time")).as("log_ts"), $("amount"))
        .groupBy($("account_id"), $("log_ts"))
        .select($("account_id"), $("log_ts"), $("amount").sum().as("amount"));
  }

  public static void main(String[] args) throws Exception {
    EnvironmentSettings settings = EnvironmentSettings.inStreamingMode();
    TableEnvironment tEnv = TableEnvironment.create(settings);
    tEnv.executeSql("CREATE TABLE transactions (\n" +
        "    account_id  BIGINT,\n" +
        "    amount      BIGINT,\n" +
        "    transaction_time TIMESTAMP(3),\n" +
        "    WATERMARK FOR transaction_time AS transaction_time - INTERVAL '5' SECOND\n" +
        ") WITH (\n" +
        "    'connector' = 'kafka',\n" +
        "    'topic'     = 'transactions',\n" +
        "    'properties.bootstrap.servers' = 'spend:9092',\n" +
        "    'scan.startup.mode' = 'earliest-offset',\n" +
        "    'format'    = 'csv'\n" +
        ")");
    tEnv.executeSql("CREATE TABLE spend_report (account_id BIGINT, log_ts TIMESTAMP(3), amount BIGINT, PRIMARY KEY (account_id, log_ts) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://mysql:3306/sql-demo', 'table-name' = 'spend_report', 'driver' = 'com.mysql.jdbc.Driver', 'username' = 'sql-demo', 'password' = 'demo-sql')");
    Table transactions = tEnv.from("transactions");
    report(transactions).executeInsert("spend_report");
  }
}
