package com.acme.jdbc;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.RowTypeInfo;
import org.apache.flink.connector.jdbc.JdbcInputFormat;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Row;

public class QueryForms {
  private static final RowTypeInfo ROW = new RowTypeInfo(new TypeInformation<?>[] {Types.LONG, Types.STRING});

  static JdbcInputFormat format(String url, String sql) {
    return JdbcInputFormat.buildJdbcInputFormat().setDrivername("org.postgresql.Driver").setDBUrl(url).setUsername("u").setPassword("p")
        .setQuery(sql).setRowTypeInfo(ROW).finish();
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("etl").jobName("query-forms").build());
    List<String> queries = Arrays.asList(
        "select z.id, b.name from public.zoo z left join public.bears b on z.id = b.zoo_id",
        "SELECT id, name FROM (SELECT id, name FROM crm.inner_table) t",
        "WITH recent AS (SELECT id, name FROM sales.orders WHERE ts > now()) SELECT id, name FROM recent",
        "SELECT id, (SELECT max(name) FROM aaa.names n WHERE n.id = o.id) FROM orders o",
        "SELECT \"Id\", \"Name\" FROM \"Mixed\".\"Case Table\" WHERE id > 5 ORDER BY 1 LIMIT 10",
        "SELECT id, name FROM t2 UNION ALL SELECT id, name FROM t1",
        "SELECT 1, 'x'",
        "SELECT o.id, o.name FROM orders o, customers c WHERE o.cid = c.id",
        "SELECT id, name FROM users WHERE id IN (SELECT user_id FROM active)",
        "SELECT id, name FROM `bt`.`users`");
    int n = 0;
    for (String q : queries) {
      env.createInput(format("jdbc:postgresql://db-" + n++ + ".acme.com/shop", q)).map(Row::toString).returns(Types.STRING).print();
    }
    env.execute();
  }
}
