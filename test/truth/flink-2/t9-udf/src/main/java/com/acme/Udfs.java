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

public class Udfs {
  public static class Parse extends TableFunction<Row> {
    @FunctionHint(output = @DataTypeHint("ROW<k STRING, v STRING>"))
    public void eval(String text) { for (String it : text.split("&")) { String[] kv = it.split("="); collect(Row.of(kv[0], kv.length > 1 ? kv[1] : null)); } }
  }

  public static class Hash extends ScalarFunction {
    private final String salt;
    public Hash(String salt) { this.salt = salt; }
    public String eval(String text) { return Integer.toHexString((salt + text).hashCode()); }
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.createTemporaryFunction("parse", Parse.class);
    t.createTemporarySystemFunction("salted", new Hash("pepper"));
    t.executeSql("CREATE FUNCTION IF NOT EXISTS reversed AS 'com.acme.Udfs$Reverse'");
    t.executeSql("CREATE TABLE requests (query STRING, ip STRING) WITH ('connector'='kafka','topic'='requests','properties.bootstrap.servers'='udf:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.executeSql("CREATE TABLE params (ip STRING, k STRING, v STRING, r STRING) WITH ('connector'='kafka','topic'='params','properties.bootstrap.servers'='udf:9092','format'='json')");
    Table exploded = t.from("requests").leftOuterJoinLateral(call("parse", $("query")).as("k", "v"));
    exploded.select(call("salted", $("ip")).as("ip"), $("k"), $("v").ifNull("-").as("v"), call("reversed", $("k")).as("r")).where($("k").isNotNull()).executeInsert("params");
  }

  public static class Reverse extends ScalarFunction { public String eval(String text) { return text == null ? null : new StringBuilder(text).reverse().toString(); } }
}
