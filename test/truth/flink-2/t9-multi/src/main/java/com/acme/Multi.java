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

public class Multi {
  private static final List<String> REGIONS = Arrays.asList("eu", "us", "ap");

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    Table all = null;
    for (String region : REGIONS) {
      String name = "sales_" + region;
      t.executeSql("CREATE TEMPORARY TABLE " + name + " (id STRING, amount DOUBLE, currency STRING) WITH ("
          + "'connector'='kafka',"
          + "'topic'='sales-" + region + "',"
          + "'properties.bootstrap.servers'='" + region + "-kafka:9092',"
          + "'scan.startup.mode'='latest-offset',"
          + "'format'='json')");
      Table it = t.from(name).select($("id"), $("amount"), $("currency"), lit(region).cast(DataTypes.STRING()).as("region"));
      all = all == null ? it : all.unionAll(it);
    }
    t.createTemporaryView("all_sales", all);
    StatementSet set = t.createStatementSet();
    for (String currency : new String[] {"EUR", "USD"}) {
      t.executeSql("CREATE TEMPORARY TABLE out_" + currency + " (id STRING, amount DOUBLE, region STRING) WITH ('connector'='jdbc','url'='jdbc:mysql://out:3306/" + currency.toLowerCase() + "','table-name'='sales')");
      set.addInsert("out_" + currency, t.from("all_sales").where($("currency").isEqual(currency)).select($("id"), $("amount"), $("region")));
    }
    set.addInsertSql("INSERT INTO out_EUR SELECT id, amount * 0.9, region FROM all_sales WHERE currency = 'USD' AND region <> 'us'");
    set.execute();
  }
}
