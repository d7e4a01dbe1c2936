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

public class ValuesJobs {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inBatchMode().build());
    Table countries = t.fromValues(DataTypes.ROW(DataTypes.FIELD("code", DataTypes.CHAR(2)), DataTypes.FIELD("name", DataTypes.STRING()), DataTypes.FIELD("since", DataTypes.DATE())), row("DE", "Germany", LocalDate.of(1990, 10, 3)), row("FR", "France", null));
    Table untyped = t.fromValues(row(1, 2.5, "x", true), row(2L, 3.5f, "yy", false)).as("n", "d", "s", "b");
    t.createTemporaryView("countries", countries);
    t.executeSql("CREATE TABLE people (id INT, country CHAR(2), born DATE) WITH ('connector'='filesystem','path'='file:///tmp/ta-people','format'='csv')");
    t.executeSql("CREATE TABLE with_names (id INT, name STRING) WITH ('connector'='filesystem','path'='file:///tmp/ta-names','format'='json')");
    t.from("people").leftOuterJoin(t.from("countries"), $("country").isEqual($("code"))).select($("id"), $("name").ifNull("?").as("name")).executeInsert("with_names");
    untyped.groupBy($("b")).select($("b"), $("n").sum().as("n"), $("d").avg().as("d"), $("s").max().as("s")).executeInsert(TableDescriptor.forConnector("print").build());
  }
}
