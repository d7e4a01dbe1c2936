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

public class ReadingJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env, EnvironmentSettings.newInstance().inStreamingMode().build());
    t.getConfig().set("table.exec.state.ttl", "1 h").set("pipeline.name", "readings");
    DataStream<Row> rows = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("read:9092").setTopics("readings", "readings-old").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "readings")
        .map(s -> Row.of(s, 1.5, 2L)).returns(Types.ROW_NAMED(new String[] {"sensor", "value", "at"}, Types.STRING, Types.DOUBLE, Types.LONG))
        .assignTimestampsAndWatermarks(WatermarkStrategy.<Row>forMonotonousTimestamps().withTimestampAssigner((r, ts) -> (Long) r.getField(2)));
    Table readings = t.fromDataStream(rows, $("sensor").as("device"), $("value").as("degrees"), $("at").as("millis"), $("ts").rowtime(), $("seen").proctime());
    t.createTemporaryView("default_database.readings", readings);
    t.executeSql("CREATE TABLE hourly (device STRING, from_time TIMESTAMP(3), warmest DOUBLE) WITH ('connector' = 'kafka', 'topic' = 'hourly', 'properties.bootstrap.servers' = 'read:9092', 'format' = 'json')");
    t.executeSql("CREATE TABLE smooth (device STRING, mean DOUBLE) WITH ('connector' = 'kafka', 'topic' = 'smooth', 'properties.bootstrap.servers' = 'read:9092', 'format' = 'json')");
    t.executeSql("INSERT INTO hourly SELECT device, window_start, MAX(degrees) FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY device, window_start, window_end");
    readings.window(Over.partitionBy($("device")).orderBy($("seen")).preceding(rowInterval(10L)).following(CURRENT_ROW).as("ten"))
        .select($("device"), $("degrees").avg().over($("ten"))).executeInsert("smooth");
  }
}
