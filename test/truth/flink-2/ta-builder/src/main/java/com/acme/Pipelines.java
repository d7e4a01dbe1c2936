package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Pipelines {
  static final class Pipeline {
    private final StreamTableEnvironment t;
    private Table current;
    private Pipeline(StreamTableEnvironment t, Table start) { this.t = t; this.current = start; }
    static Pipeline from(StreamTableEnvironment t, String table) { return new Pipeline(t, t.from(table)); }
    Pipeline keep(org.apache.flink.table.expressions.Expression condition) { current = current.where(condition); return this; }
    Pipeline with(java.util.function.UnaryOperator<Table> step) { current = step.apply(current); return this; }
    Pipeline deduplicated(String key, String time) {
      t.createTemporaryView("to_deduplicate", current);
      current = t.sqlQuery("SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY " + key + " ORDER BY " + time + " DESC) AS rn FROM to_deduplicate) WHERE rn = 1").dropColumns($("rn"));
      return this;
    }
    TablePipeline into(TableDescriptor sink) { return current.insertInto(sink); }
  }

  public static void main(String[] args) throws Exception {
    StreamTableEnvironment t = StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());
    t.executeSql("CREATE TABLE prices (sym STRING, price DOUBLE, venue STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector'='kafka','topic'='prices','properties.bootstrap.servers'='pip:9092','scan.startup.mode'='latest-offset','format'='json')");
    TableDescriptor sink = TableDescriptor.forConnector("upsert-kafka").schema(Schema.newBuilder().column("sym", DataTypes.STRING().notNull()).column("price", DataTypes.DOUBLE()).column("venue", DataTypes.STRING()).column("ts", DataTypes.TIMESTAMP(3)).primaryKey("sym").build())
        .option("topic", "last-prices").option("properties.bootstrap.servers", "pip:9092").option("key.format", "json").option("value.format", "json").build();
    Pipeline.from(t, "prices").keep($("price").isGreater(0).and($("venue").in("XETRA", "NYSE"))).with(it -> it.addOrReplaceColumns($("sym").upperCase().as("sym"))).deduplicated("sym", "ts").into(sink).execute().getJobClient().ifPresent(it -> System.out.println(it.getJobID()));
  }
}
