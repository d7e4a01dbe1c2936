package com.acme.tf;

import static org.apache.flink.table.api.Expressions.$;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

public class TableForms {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env, EnvironmentSettings.newInstance().inStreamingMode().build());
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("tf").build());
    t.createTemporaryTable("orders", TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).column("note", DataTypes.STRING()).build())
        .option("topic", "orders").option("properties.bootstrap.servers", "tf:9092").option("properties.group.id", "g").format("json").build());
    t.createTemporaryTable("gen", TableDescriptor.forConnector("datagen").schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).build()).option("number-of-rows", "3").build());
    DataStream<Row> big = t.toDataStream(t.from("orders").where($("id").isGreater(10)).select($("id"), $("note")));
    DataStream<Row> counts = t.toChangelogStream(t.sqlQuery("SELECT note, COUNT(*) AS n FROM orders GROUP BY note"));
    t.toDataStream(t.from("gen")).print();
    big.map(Row::toString).union(counts.map(Row::toString)).sinkTo(KafkaSink.<String>builder().setBootstrapServers("tf:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic("tf-out").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    t.executeSql("CREATE TEMPORARY TABLE sink (id BIGINT) WITH ('connector' = 'blackhole')");
    t.from("gen").insertInto("sink").execute();
    env.execute();
  }
}
