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

public class Twice {
  private static TableDescriptor kafka(String topic) {
    return TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("a", DataTypes.INT()).column("b", DataTypes.STRING()).build())
        .option("topic", topic).option("properties.bootstrap.servers", "twice:9092").option("scan.startup.mode", "earliest-offset").format("json").build();
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.createTable("source", kafka("first"), true);
    t.createTable("source", kafka("second"), true);
    t.createTable("sink", kafka("target"));
    t.createTemporaryTable("default_catalog.default_database.sink", kafka("temporary-target"));
    t.createTemporaryTable("other", kafka("other"), true);
    t.createTemporaryTable("other", kafka("another"), true);
    t.dropTemporaryTable("sink");
    StatementSet set = t.createStatementSet();
    set.addInsert("sink", t.from("source"));
    set.addInsert("sink", t.from("other").filter($("a").isEqual(1).and(lit(false))), false);
    set.addInsertSql("INSERT INTO sink SELECT a + 1, UPPER(b) FROM other");
    set.execute();
  }
}
