package com.acme.en;
import static com.acme.en.Sql.*;
import java.util.*;
import java.util.stream.*;
import org.apache.flink.table.api.*;

public class Shop {
  record Step(Sql sql, String second) {
    String text() { return sql.with("kafka-a:9092,kafka-b:9092", second); }
  }

  public static void main(String[] args) {
    List<Step> steps = List.of(new Step(LOAD_BIG, "big_orders"), new Step(ORDERS, "shop-reader"), new Step(BIG, "big_orders"), new Step(BY_COUNTRY, "countries"), new Step(LOAD_COUNTRY, "countries"));
    Map<Boolean, List<String>> texts = steps.stream().collect(Collectors.partitioningBy(it -> it.sql().isTable(), Collectors.mapping(Step::text, Collectors.toList())));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    texts.get(true).forEach(t::executeSql);
    StatementSet set = t.createStatementSet();
    texts.get(false).stream().sorted(Comparator.comparing(String::length)).forEach(set::addInsertSql);
    set.execute();
  }
}
