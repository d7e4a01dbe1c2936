package org.lake;

import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.util.ParameterTool;

public class IngestJob extends AbstractLakeJob {
  private final ParameterTool params;

  IngestJob(ParameterTool params) {
    this.params = params;
  }

  @Override
  protected String warehouse() {
    return params.getRequired("warehouse");
  }

  @Override
  protected void define(TableEnvironment env) {
    env.executeSql("CREATE DATABASE IF NOT EXISTS " + DB);
    env.executeSql("CREATE TABLE IF NOT EXISTS " + DB + ".events (\n"
        + "  id STRING,\n"
        + "  kind STRING,\n"
        + "  payload MAP<STRING, STRING>,\n"
        + "  dt STRING,\n"
        + "  PRIMARY KEY (dt, id) NOT ENFORCED\n"
        + ") PARTITIONED BY (dt) WITH (\n"
        + "  'bucket' = '4',\n"
        + "  'merge-engine' = 'deduplicate'\n"
        + ")");
    env.executeSql("CREATE TEMPORARY TABLE incoming (id STRING, kind STRING, payload MAP<STRING, STRING>, event_at TIMESTAMP_LTZ(3) METADATA FROM 'timestamp') WITH ("
        + "'connector' = 'kafka', 'topic' = 'events', 'format' = 'json', 'scan.startup.mode' = 'earliest-offset', 'properties.bootstrap.servers' = '"
        + params.get("bootstrap", "localhost:9092") + "')");
  }

  @Override
  protected String insert() {
    return """
        INSERT INTO %s.events /*+ OPTIONS('sink.parallelism' = '2') */
        SELECT id, kind, payload, DATE_FORMAT(event_at, 'yyyy-MM-dd')
        FROM incoming
        WHERE kind IN ('view', 'buy') AND id IS NOT NULL
        """.formatted(DB);
  }

  public static void main(String[] args) {
    if (args.length == 0) {
      args = new String[] {"--warehouse", "file:///tmp/tb-paimon", "--bootstrap", "ingest:9092"};
    }
    new IngestJob(ParameterTool.fromArgs(args)).run();
  }
}
