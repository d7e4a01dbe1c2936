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
import io.openlineage.flink.OpenLineageFlinkJobListener;

public class Stream {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("streams").build());
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.executeSql("CREATE TABLE clicks (who STRING, url STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '1' SECOND) WITH ('connector'='kafka','topic'='clicks;taps','properties.bootstrap.servers'='st:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE bots (who STRING) WITH ('connector'='kafka','topic'='bots','properties.bootstrap.servers'='st:9092','scan.startup.mode'='earliest-offset','format'='json')");
    Table people = t.from("clicks").where($("who").in(t.from("bots")).not());
    Table perMinute = people.window(Tumble.over(lit(1).minutes()).on($("ts")).as("w")).groupBy($("w"), $("who")).select($("who"), $("w").end().as("at_time"), $("url").count().as("n"));
    KafkaSink<String> sink = KafkaSink.<String>builder().setBootstrapServers("st:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic("per-minute").setValueSerializationSchema(new SimpleStringSchema()).build()).build();
    t.toChangelogStream(perMinute).map(Row::toString).sinkTo(sink);
    t.toDataStream(t.from("clicks").select($("url")).limit(10)).print();
    env.execute();
  }
}
