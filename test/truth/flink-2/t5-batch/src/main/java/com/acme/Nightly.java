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

public class Nightly {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    String files = "'connector'='filesystem','format'='csv','path'='file:///tmp/tapi-b/";
    t.executeSql("CREATE TABLE jan (id INT, v DOUBLE) WITH (" + files + "jan')");
    t.executeSql("CREATE TABLE feb (id INT, v DOUBLE) WITH (" + files + "feb')");
    t.executeSql("CREATE TABLE mar (id INT, v DOUBLE) WITH (" + files + "mar')");
    t.executeSql("CREATE TABLE report (id INT, v DOUBLE) WITH (" + files + "report')");
    Table jan = t.from("jan"), feb = t.from("feb"), mar = t.from("mar");
    Table both = jan.intersect(feb).union(mar.minusAll(jan.where($("v").isNull())));
    Table none = feb.minus(feb).where(lit(false));
    both.union(none).orderBy($("v").desc(), $("id")).offset(5).fetch(10).executeInsert("report");
    t.from("jan").fullOuterJoin(t.from("feb").as("fid", "fv"), $("id").isEqual($("fid"))).select($("id").ifNull($("fid")).as("id"), $("v")).orderBy($("id")).executeInsert("report", true);
  }
}
