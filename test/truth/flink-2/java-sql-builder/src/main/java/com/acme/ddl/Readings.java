package com.acme.ddl;
import org.apache.flink.table.api.*;

public class Readings {
  private static final String[] GROUPS = {"site", "sensor"};

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    t.executeSql(Ddl.table("readings").columns("site: STRING", "sensor: STRING", "v: DOUBLE", "ts: TIMESTAMP(3)").watermark("ts", 5).kafka("plant.readings").toString());
    Ddl sink = Ddl.table("averages").column("window_start", "TIMESTAMP(3)").kafka("plant.averages");
    for (String group : GROUPS) {
      sink.column(group, "STRING");
    }
    sink.column("mean", "DOUBLE").column("n", "BIGINT");
    t.executeSql("" + sink);
    StringBuilder query = new StringBuilder();
    query.append("SELECT window_start, ");
    for (int i = 0; i < GROUPS.length; i++) {
      if (i > 0) {
        query.append(", ");
      }
      query.append(GROUPS[i]);
    }
    query.append(", AVG(v), COUNT(*) FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, ");
    query.append(String.join(", ", GROUPS));
    query.insert(0, "INSERT INTO averages ");
    t.executeSql(query.toString());
  }
}
