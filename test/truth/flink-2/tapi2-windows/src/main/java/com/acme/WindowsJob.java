package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.*;

public class WindowsJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment tEnv = StreamTableEnvironment.create(env);
    tEnv.createTemporaryTable("clicks", TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder()
            .column("user_id", DataTypes.BIGINT())
            .column("url", DataTypes.STRING())
            .column("millis", DataTypes.BIGINT())
            .columnByExpression("ts", toTimestampLtz($("millis"), lit(3)))
            .columnByMetadata("part", DataTypes.INT(), "partition", true)
            .watermark("ts", $("ts").minus(lit(10).seconds()))
            .build())
        .option("topic", "clicks").option("properties.bootstrap.servers", "win:9092").option("scan.startup.mode", "latest-offset")
        .format("json").build());
    tEnv.createTable("sessions", TableDescriptor.forConnector("filesystem").comment("sessions of users")
        .schema(Schema.newBuilder().column("user_id", "BIGINT").column("begins", "TIMESTAMP_LTZ(3)").column("ends", "TIMESTAMP_LTZ(3)").column("n", "BIGINT NOT NULL").build())
        .partitionedBy("user_id").option("path", "file:///data/sessions").format(FormatDescriptor.forFormat("json").build()).build());
    tEnv.createTable("busy", TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder().column("url", DataTypes.STRING()).column("at_time", DataTypes.TIMESTAMP_LTZ(3)).column("visitors", DataTypes.BIGINT()).column("avg_part", DataTypes.INT()).build())
        .option("topic", "busy-pages").option("properties.bootstrap.servers", "win:9092").format("json").build());
    Table clicks = tEnv.from("clicks");
    Table sessions = clicks.window(Session.withGap(lit(30).minutes()).on($("ts")).as("s"))
        .groupBy($("user_id"), $("s"))
        .select($("user_id"), $("s").start().as("begins"), $("s").end().as("ends"), $("url").count().as("n"));
    Table busy = clicks.filter($("url").like("http%").and($("user_id").isNotNull()))
        .window(Slide.over(lit(10).minutes()).every(lit(1).minutes()).on($("ts")).as("w"))
        .groupBy($("w"), $("url"))
        .select($("url"), $("w").rowtime().cast(DataTypes.TIMESTAMP_LTZ(3)).as("at_time"), $("user_id").count().distinct().as("visitors"), $("part").avg().as("avg_part"));
    StreamStatementSet statements = tEnv.createStatementSet();
    statements.add(sessions.insertInto("sessions"));
    statements.addInsert("busy", busy);
    statements.attachAsDataStream();
    env.execute("click windows");
  }
}
