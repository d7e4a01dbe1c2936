package com.acme;

import java.time.*;
import java.util.*;
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
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class Changelog {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    DataStream<Row> dataStream = env.fromData(Row.ofKind(RowKind.INSERT, "Alice", 12), Row.ofKind(RowKind.INSERT, "Bob", 5), Row.ofKind(RowKind.UPDATE_AFTER, "Alice", 100));
    Table table = t.fromChangelogStream(dataStream.map(it -> it).returns(Types.ROW(Types.STRING, Types.INT)), Schema.newBuilder().primaryKey("f0").build(), ChangelogMode.upsert());
    t.createTemporaryView("people", table);
    t.executeSql("CREATE TABLE scores (name STRING, score INT, PRIMARY KEY (name) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='scores','properties.bootstrap.servers'='cl:9092','key.format'='raw','value.format'='json')");
    Table summed = t.sqlQuery("SELECT f0 AS name, SUM(f1) AS score FROM people GROUP BY f0");
    StreamStatementSet set = t.createStatementSet();
    set.add(summed.insertInto("scores"));
    set.attachAsDataStream();
    t.toChangelogStream(summed).executeAndCollect();
  }
}
