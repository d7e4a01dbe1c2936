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

public class AvroTables {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    TableDescriptor.Builder base = TableDescriptor.forConnector("filesystem").schema(Schema.newBuilder().column("id", DataTypes.INT().notNull()).column("payload", DataTypes.STRING()).column("dt", DataTypes.STRING()).build());
    TableDescriptor avro = base.option("path", "file:///tmp/tapi-avro").format(FormatDescriptor.forFormat("avro").build()).build();
    TableDescriptor json = avro.toBuilder().comment("as json").option("path", "file:///tmp/tapi-json").format("json").option("sink.rolling-policy.rollover-interval", "5 min").build();
    Table in = t.from(avro.toBuilder().option("source.monitor-interval", "10 s").build());
    TablePipeline pipeline = in.where($("payload").like("{%}")).insertInto(json);
    System.out.println(pipeline.explain());
    pipeline.execute();
  }
}
