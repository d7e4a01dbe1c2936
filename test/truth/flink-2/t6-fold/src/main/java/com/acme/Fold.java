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

public class Fold {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    for (String it : new String[] {"a", "b", "c", "d", "e", "f"}) {
      t.executeSql("CREATE TABLE " + it + " (x INT, y STRING) WITH ('connector'='kafka','topic'='" + it + "','properties.bootstrap.servers'='fold:9092','scan.startup.mode'='earliest-offset','format'='json')");
    }
    t.executeSql("CREATE TABLE z (x INT, y STRING) WITH ('connector'='kafka','topic'='z','properties.bootstrap.servers'='fold:9092','format'='json')");
    Table a = t.from("a").where(lit(1).isGreater(lit(2)));
    Table b = t.from("b").where(not(lit(true)).or(lit(3).plus(4).isEqual(8)));
    Table c = t.from("c").where(ifThenElse(lit(false), $("x").isNotNull(), $("y").isNotNull()));
    Table d = t.from("d").where(nullOf(DataTypes.BOOLEAN()));
    Table e = t.from("e").where($("x").between(5, 3));
    Table f = t.from("f").where(lit("A").lowerCase().isEqual("a").and($("x").isGreater(1))).limit(5);
    a.unionAll(b).unionAll(c).unionAll(d).unionAll(e).unionAll(f).executeInsert("z");
  }
}
