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

public class JoinsJob {
  enum Topic { ORDERS("shop.orders"), PAYMENTS("shop.payments"), REFUNDS("shop.refunds");
    final String topic;
    Topic(String topic) { this.topic = topic; }
  }

  private final TableEnvironment t;

  JoinsJob(TableEnvironment t) { this.t = t; }

  Table source(Topic topic, String prefix) {
    String name = topic.name().toLowerCase();
    t.createTemporaryTable(name, TableDescriptor.forConnector("upsert-kafka")
        .schema(Schema.newBuilder().column(prefix + "_id", DataTypes.BIGINT().notNull()).column(prefix + "_sum", DataTypes.DOUBLE()).primaryKey(prefix + "_id").build())
        .option("topic", topic.topic).option("properties.bootstrap.servers", "joins:9092").option("key.format", "json").option("value.format", "json").build());
    return t.from(name);
  }

  void sink(String name, String columns) {
    t.executeSql(String.format("CREATE TABLE %s (%s, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://mysql-joins:3306/shop', 'table-name' = '%s')", name, columns, name));
  }

  public static void main(String[] args) throws Exception {
    JoinsJob job = new JoinsJob(TableEnvironment.create(EnvironmentSettings.inStreamingMode()));
    Table orders = job.source(Topic.ORDERS, "o");
    Table payments = job.source(Topic.PAYMENTS, "p");
    Table refunds = job.source(Topic.REFUNDS, "r");
    job.sink("order_ids", "id BIGINT, total DOUBLE");
    job.sink("balances", "id BIGINT, total DOUBLE");
    job.sink("odd", "id BIGINT, total DOUBLE");
    Table dimmed = orders.leftOuterJoin(payments, $("o_id").isEqual($("p_id"))).select($("o_id").as("id"), $("o_sum").as("total"));
    Table balanced = payments.fullOuterJoin(refunds, $("p_id").isEqual($("r_id")))
        .select(ifThenElse($("p_id").isNull(), $("r_id"), $("p_id")).as("id"), coalesce($("p_sum"), lit(0.0)).minus(coalesce($("r_sum"), 0.0)).as("total"));
    dimmed.executeInsert("order_ids");
    balanced.filter($("id").isNotNull()).executeInsert("balances");
    Table odd = job.t.sqlQuery("SELECT o.o_id, r.r_sum FROM " + orders + " AS o LEFT JOIN " + refunds + " AS r ON o.o_id = r.r_id WHERE r.r_sum > o.o_sum");
    odd.insertInto("odd").execute();
  }
}
