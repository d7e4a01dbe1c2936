package com.acme;

import java.nio.charset.StandardCharsets;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

public class ReportJob {
  public static void main(String[] args) throws Exception {
    TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    tables.executeSql("""
        CREATE TABLE payments (
          payment_id STRING,
          amount DECIMAL(10, 2)
        ) WITH (
          'connector' = 'kafka',
          'topic' = 'payments',
          'properties.bootstrap.servers' = 'broker-1:9092',
          'scan.startup.mode' = 'earliest-offset',
          'format' = 'json'
        )
        """);
    tables.executeSql("CREATE TABLE report (payment_id STRING) WITH ('connector' = 'print')");
    tables.executeSql("""
        INSERT INTO report
        SELECT payment_id FROM paymentz
        WHERE amount > 1000
        """);

    String totals =
        new String(
            ReportJob.class.getResourceAsStream("/totals.sql").readAllBytes(),
            StandardCharsets.UTF_8);
    for (String statement : totals.split(";")) {
      if (!statement.isBlank()) {
        tables.executeSql(statement);
      }
    }
  }
}
