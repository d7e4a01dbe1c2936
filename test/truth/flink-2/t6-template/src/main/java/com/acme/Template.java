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

public class Template {
  abstract static class TableJob {
    protected final TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    abstract List<String> inputs();
    abstract Table transform(Table in);
    String output() { return getClass().getSimpleName().toLowerCase() + "_out"; }
    TableDescriptor kafka(String topic, Schema schema) {
      TableDescriptor.Builder builder = TableDescriptor.forConnector("kafka").schema(schema).option("topic", topic).format("json");
      Map<String, String> options = new HashMap<>();
      options.put("properties.bootstrap.servers", "tpl:9092");
      options.put("scan.startup.mode", "earliest-offset");
      options.forEach(builder::option);
      return builder.build();
    }
    void run() {
      Schema schema = Schema.newBuilder().column("id", DataTypes.STRING()).column("size", DataTypes.INT()).build();
      for (String it : inputs()) {
        t.createTemporaryTable(it, kafka("in." + it, schema));
      }
      Table all = inputs().stream().map(t::from).reduce(Table::unionAll).orElseThrow();
      t.createTemporaryTable(output(), kafka(output().replace('_', '.'), schema));
      transform(all).executeInsert(output());
    }
  }

  static class Big extends TableJob {
    @Override List<String> inputs() { return List.of("trees", "rocks", "hills"); }
    @Override Table transform(Table in) { return in.where($("size").isGreater(1000)); }
  }

  public static void main(String[] args) {
    new Big().run();
  }
}
