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

public class Params {
  static class Settings {
    final Map<String, String> kafka = new HashMap<>();
    String in, out;
    static Settings of(String[] args) {
      Settings it = new Settings();
      for (int i = 0; i + 1 < args.length; i += 2) {
        switch (args[i]) {
          case "--in": it.in = args[i + 1]; break;
          case "--out": it.out = args[i + 1]; break;
          default: it.kafka.put(args[i].substring(2), args[i + 1]);
        }
      }
      return it;
    }
  }

  public static void main(String[] args) {
    Settings s = Settings.of(args.length == 0 ? new String[] {"--in", "raw.events", "--out", "clean.events", "--bootstrap.servers", "par-1:9092,par-2:9092", "--group.id", "cleaner"} : args);
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    t.getConfig().set("pipeline.name", "clean " + s.in);
    Schema schema = Schema.newBuilder().column("id", DataTypes.STRING()).column("body", DataTypes.STRING()).column("at_time", DataTypes.TIMESTAMP(3)).build();
    for (String name : List.of("source", "target")) {
      TableDescriptor.Builder b = TableDescriptor.forConnector("kafka").schema(schema).format(FormatDescriptor.forFormat("json").option("fail-on-missing-field", "false").build());
      for (Map.Entry<String, String> e : s.kafka.entrySet()) {
        b.option("properties." + e.getKey(), e.getValue());
      }
      b.option("topic", name.equals("source") ? s.in : s.out);
      if (name.equals("source")) {
        b.option("scan.startup.mode", "group-offsets");
      }
      t.createTemporaryTable(name, b.build());
    }
    t.from("source").dropColumns($("at_time")).addColumns(currentTimestamp().cast(DataTypes.TIMESTAMP(3)).as("at_time"))
        .filter($("id").isNotNull().and($("body").charLength().isGreater(0)))
        .insertInto("target").execute();
  }
}
