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

public class PermanentViews {
  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE src (id INT, kind STRING, amount DOUBLE) WITH ('connector'='kafka','topic'='src','properties.bootstrap.servers'='pv:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE sink (id INT, amount DOUBLE) WITH ('connector'='kafka','topic'='sink','properties.bootstrap.servers'='pv:9092','format'='json')");
    t.createView("sales", t.sqlQuery("SELECT id, amount FROM src WHERE kind = 'sale'"));
    t.createView("sales", t.from("src").select($("id"), $("amount")), true);
    t.createTemporaryView("refunds", t.from("src").where($("kind").isEqual("refund")).select($("id"), $("amount").times(-1).as("amount")));
    t.executeSql("EXECUTE STATEMENT SET BEGIN INSERT INTO sink SELECT * FROM sales; INSERT INTO sink SELECT * FROM refunds; END");
    t.dropTemporaryView("refunds");
    t.createTemporaryView("refunds", t.from("sales").limit(3));
    t.dropView("sales");
    t.createTemporaryView("sales", t.from("src").select($("id"), $("amount")));
    t.from("sales").executeInsert("sink");
  }
}
