package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class JsonStream {
  public static class Trade { public String sym; public double px; public long qty; public Instant at; public Trade() {} }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.createTable("trades", TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().fromFields(new String[] {"sym", "px", "qty"}, new org.apache.flink.table.types.DataType[] {DataTypes.STRING(), DataTypes.DOUBLE().notNull(), DataTypes.BIGINT().notNull()}).columnByMetadata("at", "TIMESTAMP_LTZ(3)", "timestamp", false).watermark("at", "SOURCE_WATERMARK()").build())
        .option("topic", "trades").option("properties.bootstrap.servers", "js:9092").option("scan.startup.mode", "latest-offset").format(FormatDescriptor.forFormat("json").option("ignore-parse-errors", "true").build()).build());
    DataStream<Trade> trades = t.toDataStream(t.from("trades").where($("qty").isGreater(0L)), Trade.class);
    DataStream<String> lines = trades.keyBy(it -> it.sym).map(it -> it.sym + "," + it.px);
    lines.sinkTo(KafkaSink.<String>builder().setBootstrapServers("js:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic("lines").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    t.createTemporaryView("lines", lines, Schema.newBuilder().column("f0", "STRING").columnByExpression("size", "CHAR_LENGTH(f0)").build());
    StreamStatementSet set = t.createStatementSet();
    set.addInsert(TableDescriptor.forConnector("print").option("print-identifier", "lines").build(), t.from("lines"));
    set.attachAsDataStream();
    env.execute("trades");
  }
}
