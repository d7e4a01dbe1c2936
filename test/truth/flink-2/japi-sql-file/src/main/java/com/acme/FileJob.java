package com.acme;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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


public class FileJob {
  static String read(String name) throws Exception {
    try (InputStream in = FileJob.class.getResourceAsStream("/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static void main(String[] args) throws Exception {
    Properties settings = new Properties();
    try (InputStream in = FileJob.class.getClassLoader().getResourceAsStream("job.properties")) {
      settings.load(in);
    }
    String script = read("sql/pipeline.sql")
        .replace("${brokers}", settings.getProperty("kafka.brokers"))
        .replace("${prefix}", settings.getProperty("topic.prefix", "dev"));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    for (String statement : script.split(";")) {
      if (!statement.trim().isEmpty()) {
        t.executeSql(statement);
      }
    }
  }
}
