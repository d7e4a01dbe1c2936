package dev.ddl;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class SyncJob {
  private static final String[] SOURCES = {"accounts", "contacts", "leads"};

  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    var tables = StreamTableEnvironment.create(env);
    StreamStatementSet set = tables.createStatementSet();
    for (String name : SOURCES) {
      TableDdl source = TableDdl.named("src_" + name)
          .temporary()
          .column("id", "BIGINT")
          .column("doc", "STRING")
          .column("changed", "TIMESTAMP(3)")
          .with("connector", "kafka")
          .with("topic", "crm." + name)
          .with("properties.bootstrap.servers", "crm:9092")
          .with("scan.startup.mode", "earliest-offset")
          .with("value.format", "json")
          .with("key.format", "raw")
          .with("key.fields", "id")
          .with("value.fields-include", "EXCEPT_KEY");
      TableDdl sink = TableDdl.named("dst_" + name)
          .column("id", "BIGINT")
          .column("doc", "STRING")
          .key("id")
          .with("connector", "jdbc")
          .with("url", "jdbc:postgresql://warehouse/crm")
          .with("table-name", name)
          .withIf(name.startsWith("l"), "sink.buffer-flush.max-rows", "1");
      tables.executeSql(source.toString());
      tables.executeSql(sink.toString());
      set.addInsertSql(copy(source, sink));
    }
    set.attachAsDataStream();
    env.execute(SyncJob.class.getSimpleName());
  }

  private static String copy(TableDdl from, TableDdl into) {
    var sql = new StringBuilder("INSERT INTO ").append(into.name()).append("\nSELECT ");
    int n = 0;
    for (String column : into.columns()) {
      if (n++ > 0) {
        sql.append(", ");
      }
      sql.append('`').append(column).append('`');
    }
    return sql.append("\nFROM ").append(from.name()).toString();
  }
}
