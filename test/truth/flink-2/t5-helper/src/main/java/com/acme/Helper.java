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

public class Helper {
  enum Feed {
    BOOKS("books", DataTypes.STRING()), GAMES("games", DataTypes.INT());
    final String topic; final org.apache.flink.table.types.DataType key;
    Feed(String topic, org.apache.flink.table.types.DataType key) { this.topic = topic; this.key = key; }
    String table() { return name().toLowerCase() + "_in"; }
  }

  private final TableEnvironment t;
  private final Map<Feed, Table> tables = new LinkedHashMap<>();

  Helper(TableEnvironment t) { this.t = t; }

  Helper read(Feed feed) {
    t.createTemporaryTable(feed.table(), TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("id", feed.key).column("title", DataTypes.STRING()).column("price", DataTypes.DECIMAL(8, 2)).build())
        .option("topic", "shop." + feed.topic).option("properties.bootstrap.servers", "help-1:9092,help-2:9092").option("properties.group.id", feed.name()).option("scan.startup.mode", "group-offsets").format("json").build());
    tables.put(feed, t.from(feed.table()).select($("id").cast(DataTypes.STRING()).as("id"), $("title"), $("price"), lit(feed.topic).as("feed")));
    return this;
  }

  Table all() {
    Table result = null;
    for (Table it : tables.values()) {
      result = result == null ? it : result.unionAll(it);
    }
    return result;
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().withBuiltInCatalogName("shop").withBuiltInDatabaseName("main").build());
    Helper helper = new Helper(t);
    Arrays.stream(Feed.values()).forEach(helper::read);
    t.createTable("catalogue", TableDescriptor.forConnector("jdbc").comment("all feeds").schema(Schema.newBuilder().column("id", DataTypes.STRING().notNull()).column("title", DataTypes.STRING()).column("price", DataTypes.DECIMAL(8, 2)).column("feed", DataTypes.STRING().notNull()).primaryKey("id", "feed").build())
        .option("url", "jdbc:postgresql://pg-help:5432/shop").option("table-name", "public.catalogue").option("driver", "org.postgresql.Driver").build());
    helper.all().distinct().executeInsert("catalogue");
  }
}
