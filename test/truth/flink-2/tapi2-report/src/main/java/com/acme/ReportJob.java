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

public class ReportJob {
  public static Table report(Table transactions) {
    return transactions
        .select($("account_id"), $("transaction_time").floor(org.apache.flink.table.expressions.TimeIntervalUnit.HOUR).as("log_ts"), $("amount"))
        .groupBy($("account_id"), $("log_ts"))
        .select($("account_id"), $("log_ts"), $("amount").sum().as("amount"));
  }

  private static Table onlyKnown(Table transactions, Table accounts) {
    return transactions.where($("account_id").in(accounts.select($("id"))).and($("amount").between(1L, 5000L)));
  }

  public static void main(String[] args) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, org.apache.flink.api.common.RuntimeExecutionMode.BATCH);
    configuration.setString("pipeline.name", "spend report");
    TableEnvironment tEnv = TableEnvironment.create(EnvironmentSettings.newInstance().withConfiguration(configuration).build());
    String jdbc = "'connector' = 'jdbc', 'url' = 'jdbc:postgresql://bank-db:5432/bank', 'username' = 'u', 'password' = 'p'";
    tEnv.executeSql("CREATE TABLE transactions (\n"
        + "    account_id  BIGINT,\n"
        + "    amount      BIGINT,\n"
        + "    transaction_time TIMESTAMP(3)\n"
        + ") WITH (" + jdbc + ", 'table-name' = 'transactions')");
    tEnv.executeSql("""
        CREATE TABLE accounts (
          id BIGINT,
          owner STRING
        ) WITH (%s, 'table-name' = 'ref.accounts')""".formatted(jdbc));
    tEnv.executeSql("CREATE TABLE spend_report (account_id BIGINT, log_ts TIMESTAMP(3), amount BIGINT, PRIMARY KEY (account_id, log_ts) NOT ENFORCED) WITH (" + jdbc + ", 'table-name' = 'spend_report')");
    Table transactions = tEnv.from("transactions");
    tEnv.createTemporaryView("known", onlyKnown(transactions, tEnv.from("accounts")));
    Table known = tEnv.from("known");
    tEnv.dropTemporaryView("known");
    report(known).insertInto("spend_report").execute();
    long rows = 0;
    try (org.apache.flink.util.CloseableIterator<Row> it = tEnv.sqlQuery("SELECT DISTINCT owner FROM accounts").execute().collect()) {
      while (it.hasNext()) { it.next(); rows++; }
    }
    System.out.println(rows);
  }
}
