package com.acme;

import java.time.*;
import java.util.*;
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
import org.apache.flink.streaming.connectors.kafka.table.KafkaConnectorOptions;

public class Temporal {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.createTemporaryTable("Rates", TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder().column("currency", DataTypes.STRING().notNull()).column("rate", DataTypes.DECIMAL(10, 4)).column("rate_time", DataTypes.TIMESTAMP(3)).watermark("rate_time", "rate_time - INTERVAL '1' MINUTE").build())
        .option(KafkaConnectorOptions.TOPIC, List.of("rates")).option(KafkaConnectorOptions.PROPS_BOOTSTRAP_SERVERS, "rates-1:9092,rates-2:9092").option("scan.startup.mode", "earliest-offset").option("value.format", "json").build());
    t.createTemporaryTable("Payments", TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder().column("id", DataTypes.STRING()).column("currency", DataTypes.STRING()).column("amount", DataTypes.DECIMAL(10, 2)).column("pay_time", DataTypes.TIMESTAMP(3)).watermark("pay_time", $("pay_time").minus(lit(30).seconds())).build())
        .option("topic", "payments").option("properties.bootstrap.servers", "pay:9092").option("scan.startup.mode", "latest-offset").format("csv").build());
    TemporalTableFunction rates = t.from("Rates").createTemporalTableFunction($("rate_time"), $("currency"));
    t.createTemporarySystemFunction("rates", rates);
    Table payments = t.from("Payments").select($("id"), $("currency").as("cur"), $("amount"), $("pay_time"));
    Table converted = payments.joinLateral(call("rates", $("pay_time")), $("cur").isEqual($("currency"))).select($("id"), $("amount").times($("rate")).as("euros"));
    t.executeSql("CREATE TEMPORARY TABLE Euros (id STRING, euros DECIMAL(20, 6)) WITH ('connector' = 'filesystem', 'path' = 'file:///tmp/euros', 'format' = 'json')");
    converted.executeInsert("Euros");
  }
}
