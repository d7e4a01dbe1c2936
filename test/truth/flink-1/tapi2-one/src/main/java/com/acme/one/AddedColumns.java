package com.acme.one;

import static org.apache.flink.table.api.Expressions.*;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

public class AddedColumns {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment tEnv = StreamTableEnvironment.create(env);
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("columns").jobNamespace("one").build());
    tEnv.executeSql("CREATE TABLE `order` (id BIGINT, price DOUBLE, amount INT) WITH ('connector'='kafka','topic'='orders','properties.bootstrap.servers'='one:9092','scan.startup.mode'='latest-offset','format'='json')");
    tEnv.executeSql("CREATE TABLE rates (code STRING, rate DOUBLE) WITH ('connector'='kafka','topic'='rates','properties.bootstrap.servers'='one:9092','scan.startup.mode'='latest-offset','format'='json')");
    Table priced = tEnv.from("order").addColumns($("price").times($("amount")).as("total")).dropColumns($("price"), $("amount")).renameColumns($("id").as("order_id"));
    Table sums = priced.join(tEnv.from("rates").select($("code")), $("total").isGreater(0)).groupBy($("code")).select($("code"), $("total").sum().as("total"));
    DataStream<Tuple2<Boolean, Row>> changes = tEnv.toRetractStream(sums, Row.class);
    changes.map(it -> it.f1.toString()).sinkTo(KafkaSink.<String>builder().setBootstrapServers("one:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic("sums").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("columns");
  }
}
