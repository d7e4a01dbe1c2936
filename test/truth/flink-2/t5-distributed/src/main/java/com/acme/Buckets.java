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

public class Buckets {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    TableDescriptor source = TableDescriptor.forConnector("datagen").schema(Schema.newBuilder().fromFields(List.of("id", "name"), List.of(DataTypes.BIGINT(), DataTypes.VARCHAR(12))).build()).option("rows-per-second", "1").build();
    TableDescriptor sink = TableDescriptor.forConnector("blackhole").schema(Schema.newBuilder().fromSchema(source.getSchema().get()).primaryKey(List.of("id")).build()).distributedByHash(4, "id").build();
    t.createTable("s", sink);
    t.from(source).executeInsert(TableDescriptor.forConnector("blackhole").schema(source.getSchema().get()).build());
    t.from(source).executeInsert("s");
  }
}
