package com.acme.tm;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.call;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.ScalarFunction;

public class TableMix {
  public static class Clean extends ScalarFunction {
    public String eval(String s) { return s.trim(); }
  }

  public record Line(String text, int size) {}

  public static class Event {
    public String key;
    public Long amount;
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    t.createTemporarySystemFunction("CLEAN", Clean.class);
    DataStream<String> raw = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("tm:9092").setTopics("raw").setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "raw");
    Table lines = t.fromDataStream(raw, Schema.newBuilder().column("f0", DataTypes.STRING()).columnByExpression("up", "UPPER(f0)").build()).as("line", "up");
    Table events = t.fromDataStream(raw.map(s -> new Event()).returns(Event.class));
    t.executeSql("CREATE TABLE cleaned (line STRING, n BIGINT) COMMENT 'c' WITH ('connector'='kafka','topic'='cleaned','properties.bootstrap.servers'='tm:9092','format'='json')");
    t.executeSql("CREATE TABLE per_key (key STRING, total BIGINT, PRIMARY KEY (key) NOT ENFORCED) WITH ('connector'='jdbc','url'='jdbc:postgresql://pg:5432/tm','table-name'='per_key')");
    StreamStatementSet set = t.createStatementSet();
    set.addInsert("cleaned", lines.select(call("CLEAN", $("line")), $("line").charLength().cast(DataTypes.BIGINT())));
    set.addInsert("per_key", events.groupBy($("key")).select($("key"), $("amount").sum().as("total")));
    set.attachAsDataStream();
    t.toDataStream(t.sqlQuery("SELECT CLEAN(line) FROM " + lines)).map(String::valueOf).sinkTo(KafkaSink.<String>builder().setBootstrapServers("tm:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic("side").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute("table mix");
  }
}
