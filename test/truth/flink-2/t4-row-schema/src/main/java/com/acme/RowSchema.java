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
import org.apache.flink.table.types.DataType;

public class RowSchema {
  private static final DataType ROW = DataTypes.ROW(DataTypes.FIELD("id", DataTypes.BIGINT().notNull()), DataTypes.FIELD("tags", DataTypes.ARRAY(DataTypes.STRING().notNull())), DataTypes.FIELD("place", DataTypes.ROW(DataTypes.FIELD("lat", DataTypes.DOUBLE()), DataTypes.FIELD("lon", DataTypes.DOUBLE()))), DataTypes.FIELD("seen", DataTypes.TIMESTAMP(3)));

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    Schema schema = Schema.newBuilder().fromRowDataType(ROW).columnByExpression("lat", "place.lat").columnByMetadata("offset", DataTypes.BIGINT(), null, true).watermark("seen", sourceWatermarkOr("seen")).build();
    TableDescriptor places = TableDescriptor.forConnector("kafka").comment("where things are").schema(schema).option("topic", "places").option("properties.bootstrap.servers", "geo:9092").option("scan.startup.mode", "earliest-offset").format("json").build();
    t.createTable("places", places);
    Schema target = Schema.newBuilder().fromFields(new String[] {"id", "lat"}, new DataType[] {DataTypes.BIGINT(), DataTypes.DOUBLE()}).build();
    t.createTable("lats", places.toBuilder().schema(target).comment("latitudes").option("topic", "lats").build());
    t.from("places").where($("lat").isGreater(0.5)).select($("id"), $("lat")).insertInto("lats").execute();
  }

  private static String sourceWatermarkOr(String column) { return column + " - INTERVAL '3' SECOND"; }
}
