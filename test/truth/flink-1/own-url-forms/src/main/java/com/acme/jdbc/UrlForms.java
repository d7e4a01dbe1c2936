package com.acme.jdbc;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.RowTypeInfo;
import org.apache.flink.connector.jdbc.JdbcInputFormat;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Row;

public class UrlForms {
  private static final Map<String, String> READS = new LinkedHashMap<>();

  static {
    READS.put("jdbc:postgresql://PG.Acme.com:5433/Shop?user=a&password=b", "select * from Orders");
    READS.put("jdbc:mysql://my-1,my-2:3307/crm?useSSL=false", "select * from people");
    READS.put("jdbc:mysql://my/crm", "select * from archive.people");
    READS.put("jdbc:oracle:thin:@ora:1521/SVC", "select * from HR.EMP");
    READS.put("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora2)(PORT=1522))(CONNECT_DATA=(SERVICE_NAME=svc2)))", "select * from t");
    READS.put("jdbc:sqlserver://ms;databaseName=erp;encrypt=true", "select * from dbo.items");
    READS.put("jdbc:db2://db2host/SAMPLE", "select * from STAFF");
    READS.put("jdbc:mariadb://maria/crm", "select * from crm2.t");
    READS.put("jdbc:clickhouse://ch:8124/logs", "select * from hits");
    READS.put("jdbc:snowflake://acc.snowflakecomputing.com/?db=DB&schema=S", "select * from T");
    READS.put("jdbc:redshift://rs.acme.com:5439/dev", "select * from events");
    READS.put("jdbc:trino://trino:8443/hive/web", "select * from page_views");
    READS.put("jdbc:h2:file:/data/test", "select * from h");
    READS.put("jdbc:sqlite:/tmp/x.db", "select * from s");
    READS.put("jdbc:teradata://td/DATABASE=dw", "select * from td_t");
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).build());
    for (Map.Entry<String, String> e : READS.entrySet()) {
      DataStream<Row> rows = env.createInput(JdbcInputFormat.buildJdbcInputFormat()
          .setDrivername("x.Driver").setDBUrl(e.getKey()).setQuery(e.getValue())
          .setRowTypeInfo(new RowTypeInfo(new TypeInformation<?>[] {Types.STRING})).finish());
      rows.map(r -> r.getArity()).print();
    }
    env.execute("urls");
  }
}
