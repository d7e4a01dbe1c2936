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

public class Nested {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    Schema schema = Schema.newBuilder()
        .column("id", DataTypes.BIGINT().notNull())
        .column("customer", DataTypes.ROW(DataTypes.FIELD("name", DataTypes.STRING()), DataTypes.FIELD("address", DataTypes.ROW(DataTypes.FIELD("city", DataTypes.STRING(), "where it is"), DataTypes.FIELD("zip", DataTypes.CHAR(5))))))
        .column("lines", DataTypes.ARRAY(DataTypes.ROW(DataTypes.FIELD("sku", DataTypes.STRING()), DataTypes.FIELD("qty", DataTypes.SMALLINT()))))
        .column("labels", DataTypes.MAP(DataTypes.STRING().notNull(), DataTypes.MULTISET(DataTypes.INT())))
        .column("paid", DataTypes.TIME(3)).column("raw", DataTypes.BYTES()).column("bits", DataTypes.BINARY(4)).column("blob", DataTypes.VARBINARY(100))
        .column("zone", DataTypes.TIMESTAMP_WITH_LOCAL_TIME_ZONE()).column("flag", DataTypes.BOOLEAN().nullable()).column("ratio", DataTypes.FLOAT().bridgedTo(Float.class)).column("b", DataTypes.TINYINT()).column("day", DataTypes.DATE()).build();
    t.createTemporaryTable("orders", TableDescriptor.forConnector("datagen").schema(Schema.newBuilder().fromSchema(schema).build()).option("rows-per-second", "10").build());
    t.createTemporaryTable("flat", TableDescriptor.forConnector("print").schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).column("city", DataTypes.STRING()).column("first_sku", DataTypes.STRING()).column("n", DataTypes.INT()).build()).option("print-identifier", "flat").build());
    t.from("orders").select($("id"), $("customer").get("address").get("city").as("city"), $("lines").at(1).get("sku").as("first_sku"), $("lines").cardinality().as("n")).where($("n").isGreaterOrEqual(1)).insertInto("flat").execute();
  }
}
