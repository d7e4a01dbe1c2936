package com.acme.v;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.row;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;

public class ValuesJob {
  private static final String DDL = """
      CREATE TABLE %s (
        id BIGINT,
        label STRING
      ) WITH (
        'connector' = '%s'%s
      )""";

  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.getConfig().set("pipeline.name", "values");
    t.executeSql(DDL.formatted("sink1", "print", ""));
    t.executeSql(String.format(DDL, "src", "kafka", ", 'topic' = 'labels', 'properties.bootstrap.servers' = 'v:9092', 'properties.group.id' = 'g', 'format' = 'json'"));
    Table rows = t.fromValues(DataTypes.ROW(DataTypes.FIELD("id", DataTypes.BIGINT()), DataTypes.FIELD("label", DataTypes.STRING())), row(1L, "a"), row(2L, "b"));
    t.createTemporaryView("inline", rows);
    t.executeSql("INSERT INTO sink1 SELECT * FROM inline");
    t.getConfig().set("pipeline.name", "joined");
    rows.join(t.from("src").select($("id").as("sid"), $("label").as("slabel")), $("id").isEqual($("sid"))).select($("id"), $("slabel")).executeInsert("sink1");
    TableResult r = t.executeSql("INSERT INTO sink1 SELECT id, UPPER(label) FROM src");
    r.print();
    t.from("src").unionAll(t.from("src").where($("id").isGreater(3))).execute().print();
  }
}
