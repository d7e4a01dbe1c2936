package com.acme;

import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;


public class DescriptorJob {
  static final String SERVERS = "kafka-a:9092,kafka-b:9092";

  static TableDescriptor topic(String topic, Schema schema) {
    return TableDescriptor.forConnector("kafka")
        .schema(schema)
        .comment("topic " + topic)
        .option("topic", topic)
        .option("properties.bootstrap.servers", SERVERS)
        .option("scan.startup.mode", "earliest-offset")
        .format(FormatDescriptor.forFormat("json").option("ignore-parse-errors", "true").build())
        .build();
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    Schema readings = Schema.newBuilder()
        .column("device", DataTypes.STRING().notNull())
        .column("value", "DECIMAL(12, 3)")
        .column("quality", DataTypes.of(Integer.class))
        .column("place", DataTypes.ROW(DataTypes.FIELD("lat", DataTypes.DOUBLE()), DataTypes.FIELD("lon", DataTypes.DOUBLE())))
        .columnByMetadata("ts", DataTypes.TIMESTAMP_LTZ(3), "timestamp", true)
        .columnByExpression("day_of", "CAST(ts AS DATE)")
        .watermark("ts", "ts - INTERVAL '5' SECOND")
        .build();
    t.createTemporaryTable("readings", topic("readings", readings));
    Schema plain = Schema.newBuilder().column("device", "STRING").withComment("who").column("v", DataTypes.DECIMAL(12, 3)).build();
    t.createTable("good", topic("readings.good", plain));
    t.from("readings").where($("quality").isGreaterOrEqual(3)).select($("device"), $("value").as("v")).executeInsert("good");
    Table source = t.from(TableDescriptor.forConnector("datagen").option("number-of-rows", "5")
        .schema(Schema.newBuilder().column("device", DataTypes.STRING()).column("v", DataTypes.DECIMAL(12, 3)).build()).build());
    source.insertInto(topic("readings.fake", plain)).execute();
    source.insertInto(TableDescriptor.forConnector("blackhole").schema(plain).build()).execute();
  }
}
