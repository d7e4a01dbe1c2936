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

public class ManySets {
  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.getConfig().set("table.local-time-zone", "UTC");
    t.executeSql("CREATE TABLE base_table (id INT, part STRING) WITH ('connector'='kafka','topic'='base','properties.bootstrap.servers'='ms:9092','scan.startup.mode'='earliest-offset','format'='json')");
    Table base = t.from("base_table");
    List<String> parts = List.of("p1", "p2");
    StatementSet first = t.createStatementSet();
    parts.stream().map(it -> base.where($("part").isEqual(it)).select($("id")).insertInto(TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("id", DataTypes.INT()).build()).option("topic", "part-" + it).option("properties.bootstrap.servers", "ms:9092").format("json").build())).forEach(first::add);
    first.execute();
    t.getConfig().set("pipeline.name", "the rest");
    StatementSet second = t.createStatementSet();
    second.addInsertSql("INSERT INTO base_table SELECT id + 1, 'copy' FROM base_table WHERE part = 'p3'");
    second.addInsert(TableDescriptor.forConnector("print").build(), base.where($("part").in(parts.toArray())).select(withColumns(1)));
    System.out.println(second.explain(ExplainDetail.JSON_EXECUTION_PLAN));
    second.execute().await(1, java.util.concurrent.TimeUnit.MILLISECONDS);
  }
}
