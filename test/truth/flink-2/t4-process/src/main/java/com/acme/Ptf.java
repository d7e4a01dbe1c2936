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

public class Ptf {
  public static class Totals extends ProcessTableFunction<String> {
    public static class State { public long seen; }
    public void eval(@StateHint State state, @ArgumentHint(ArgumentTrait.SET_SEMANTIC_TABLE) Row input) { state.seen++; collect(input.getField("name") + ":" + state.seen); }
  }

  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.getConfig().set(PipelineOptions.NAME, "totals per name");
    t.executeSql("CREATE TABLE visits (name STRING, url STRING) WITH ('connector'='kafka','topic'='visits','properties.bootstrap.servers'='ptf:9092','scan.startup.mode'='latest-offset','format'='json')");
    t.createFunction("Totals", Totals.class);
    t.from("visits").partitionBy($("name")).process("Totals").as("name", "line").select($("line"))
        .insertInto(TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().column("line", DataTypes.STRING()).build()).option("topic", "lines").option("properties.bootstrap.servers", "ptf:9092").format("raw").build()).execute();
    t.fromCall("Totals", t.from("visits").partitionBy($("name")).asArgument("input"), lit("second").asArgument("uid")).as("k", "v").select($("v")).insertInto(TableDescriptor.forConnector("print").schema(Schema.newBuilder().column("v", DataTypes.STRING()).build()).build()).execute();
  }
}
