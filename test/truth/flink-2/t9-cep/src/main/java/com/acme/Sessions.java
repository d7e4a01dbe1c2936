package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
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
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Sessions {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(2);
    env.enableCheckpointing(60_000);
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    String servers = System.getenv().getOrDefault("SERVERS", "ses:9092");
    KafkaSource<Row> source = KafkaSource.<Row>builder().setBootstrapServers(servers).setTopics("page-views").setGroupId("sessions").setStartingOffsets(OffsetsInitializer.latest())
        .setValueOnlyDeserializer(new RowSchema()).build();
    DataStream<Row> views = env.fromSource(source, WatermarkStrategy.<Row>forBoundedOutOfOrderness(Duration.ofSeconds(5)).withTimestampAssigner((row, ts) -> ((Instant) row.getField("seen")).toEpochMilli()), "views", Types.ROW_NAMED(new String[] {"user", "page", "seen"}, Types.STRING, Types.STRING, Types.INSTANT));
    Table table = t.fromDataStream(views, Schema.newBuilder().columnByMetadata("rowtime", "TIMESTAMP_LTZ(3)").watermark("rowtime", "SOURCE_WATERMARK()").build());
    Table sessions = table.window(Session.withGap(lit(30).minutes()).on($("rowtime")).as("s")).groupBy($("user"), $("s")).select($("user"), $("s").start().as("from_time"), $("s").end().as("to_time"), $("page").count().as("pages"), $("page").collect().as("all_pages"));
    t.createTemporaryView("sessions", sessions);
    t.executeSql("CREATE TABLE long_sessions (`user` STRING, from_time TIMESTAMP(3), pages BIGINT) WITH ('connector'='kafka','topic'='long-sessions','properties.bootstrap.servers'='" + servers + "','format'='json')");
    t.executeSql("INSERT INTO long_sessions SELECT `user`, from_time, pages FROM sessions WHERE pages > 20");
  }

  static class RowSchema extends org.apache.flink.api.common.serialization.AbstractDeserializationSchema<Row> {
    @Override public Row deserialize(byte[] message) { return Row.withNames(); }
  }
}
