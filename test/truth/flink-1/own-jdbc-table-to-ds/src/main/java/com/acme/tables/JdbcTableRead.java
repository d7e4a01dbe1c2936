package com.acme.tables;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import static org.apache.flink.table.api.Expressions.$;

public class JdbcTableRead {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE customers (id BIGINT, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ("
        + "'connector'='jdbc', 'url'='jdbc:postgresql://pg:5432/crm', 'table-name'='public.customers', 'username'='u', 'password'='p')");
    t.executeSql("CREATE TABLE orders (cid BIGINT, total DECIMAL(10,2)) WITH ("
        + "'connector'='kafka', 'topic'='orders;orders-retry', 'properties.bootstrap.servers'='k:9092', 'properties.group.id'='g', 'format'='json')");
    Table joined = t.from("orders").join(t.from("customers"), $("cid").isEqual($("id"))).select($("name"), $("total"));
    t.toDataStream(joined).map(r -> r.getField(0) + ":" + r.getField(1)).sinkTo(
        KafkaSink.<String>builder().setBootstrapServers("k:9092").setRecordSerializer(
            KafkaRecordSerializationSchema.<String>builder().setTopic("named-totals").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("named-totals").jobNamespace("crm").build());
    env.execute();
  }
}
