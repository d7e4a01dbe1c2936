package com.acme;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import static org.apache.flink.table.api.Expressions.*;

public class PojoColumnsJob {
  public static class Order {
    public int id;
    public Long customer;
    public String note;
    public BigDecimal amount;
    public double rate;
    public Boolean paid;
    public LocalDateTime placed;
    public Instant seen;
    public LocalDate day;
    public Address address;
    public Order() {}
  }

  public static class Address {
    public String street;
    public int number;
    public Address() {}
  }

  static DataStream<String> lines(StreamExecutionEnvironment env, String topic) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("tapi:9092").setTopics(topic).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), topic);
  }

  static KafkaSink<String> sink(String topic) {
    return KafkaSink.<String>builder().setBootstrapServers("tapi:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    DataStream<Order> orders = lines(env, "orders").map(s -> { Order o = new Order(); o.note = s; return o; }).returns(Order.class);
    Table table = t.fromDataStream(orders);
    t.createTemporaryView("orders", orders);
    t.executeSql("CREATE TABLE orders_copy WITH ('connector'='kafka','topic'='orders-copy','properties.bootstrap.servers'='tapi:9092','scan.startup.mode'='latest-offset','format'='json') AS SELECT amount, customer, id, note, paid, rate, seen FROM orders");
  }
}
