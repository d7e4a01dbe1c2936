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
import org.apache.flink.connector.file.table.FileSystemConnectorOptions;

public class Overwrite {
  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inBatchMode().build());
    t.executeSql("CREATE TABLE raw_pages (user_id BIGINT, page STRING, dt STRING) PARTITIONED BY (dt) WITH ('connector'='filesystem','path'='file:///tmp/tapi-raw','format'='csv')");
    t.createTable("daily", TableDescriptor.forConnector("filesystem").schema(Schema.newBuilder().column("page", DataTypes.STRING()).column("n", DataTypes.BIGINT()).column("dt", DataTypes.STRING()).build()).partitionedBy("dt").option(FileSystemConnectorOptions.PATH, "file:///tmp/tapi-daily").format("json").build());
    Table counted = t.from("raw_pages").groupBy($("page"), $("dt")).select($("page"), $("user_id").count().as("n"), $("dt")).orderBy($("n").desc()).fetch(100);
    counted.insertInto("daily", true).execute();
  }
}
