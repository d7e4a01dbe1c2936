package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;
import org.apache.flink.connector.jdbc.core.table.JdbcConnectorOptions;

public class Changes {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env, EnvironmentSettings.newInstance().inStreamingMode().build());
    KafkaSource<String> lines = KafkaSource.<String>builder().setBootstrapServers("chg:9092").setTopics("lines").setGroupId("g").setStartingOffsets(OffsetsInitializer.earliest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
    DataStream<Row> rows = env.fromSource(lines, WatermarkStrategy.noWatermarks(), "lines").map(it -> Row.ofKind(RowKind.INSERT, it, it.length())).returns(Types.ROW_NAMED(new String[] {"name", "size"}, Types.STRING, Types.INT));
    Table sizes = t.fromChangelogStream(rows, Schema.newBuilder().column("name", DataTypes.STRING().notNull()).column("size", DataTypes.INT()).columnByExpression("twice", $("size").times(2)).primaryKey("name").build(), ChangelogMode.upsert());
    t.createTemporaryView("sizes", sizes);
    t.createTemporaryTable("names", TableDescriptor.forConnector("jdbc").schema(Schema.newBuilder().column("name", DataTypes.STRING().notNull()).column("town", DataTypes.STRING()).primaryKey("name").build())
        .option(JdbcConnectorOptions.URL, "jdbc:postgresql://pg-chg/towns?user=me").option(JdbcConnectorOptions.TABLE_NAME, "people").build());
    Table joined = t.from("sizes").leftOuterJoin(t.from("names").select($("name").as("n"), $("town")), $("name").isEqual($("n"))).select($("name"), $("twice"), $("town"));
    DataStream<Row> out = t.toChangelogStream(joined, Schema.newBuilder().column("name", "STRING").column("twice", "BIGINT").column("town", "STRING").build());
    out.map(Row::toString).sinkTo(KafkaSink.<String>builder().setBootstrapServers("chg:9092").setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic("changes").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("changes of sizes");
  }
}
