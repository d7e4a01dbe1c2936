package com.acme;

import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;


public class AttachJob {
  private final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
  private final StreamTableEnvironment tables = StreamTableEnvironment.create(env);

  private void table(String name, String columns, Map<String, String> options) {
    String with = options.entrySet().stream().map(e -> "'" + e.getKey() + "' = '" + e.getValue() + "'").collect(Collectors.joining(", "));
    tables.executeSql(String.format("CREATE TABLE %s (%s) WITH (%s)", name, columns, with));
  }

  public static void main(String[] args) throws Exception {
    AttachJob job = new AttachJob();
    Map<String, String> kafka = new LinkedHashMap<>();
    kafka.put("connector", "kafka");
    kafka.put("properties.bootstrap.servers", "attach:9092");
    kafka.put("scan.startup.mode", "latest-offset");
    kafka.put("format", "json");
    kafka.put("topic", "attach-in");
    job.table("src", "id BIGINT, note STRING", kafka);
    kafka.put("topic", "attach-out");
    job.table("dst", "id BIGINT, note STRING", kafka);
    job.table("shown", "id BIGINT, note STRING", Map.of("connector", "print"));
    StreamStatementSet set = job.tables.createStatementSet();
    set.addInsertSql("INSERT INTO dst SELECT id, UPPER(note) FROM src WHERE id > 10");
    set.addInsertSql("INSERT INTO shown SELECT id, note FROM src WHERE id <= 10");
    set.attachAsDataStream();
    Table named = job.tables.sqlQuery("SELECT note FROM src WHERE note IS NOT NULL");
    job.tables.toDataStream(named).map(Row::toString).sinkTo(KafkaSink.<String>builder().setBootstrapServers("attach:9092")
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic("attach-notes").setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    job.env.execute("attached");
  }
}
