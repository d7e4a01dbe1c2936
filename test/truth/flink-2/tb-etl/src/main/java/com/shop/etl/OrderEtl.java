package com.shop.etl;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.util.ParameterTool;

public final class OrderEtl {
  private OrderEtl() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      args = new String[] {"--env", "prod"};
    }
    ParameterTool cli = ParameterTool.fromArgs(args);
    Properties settings = JobSettings.load(cli.get("env", "dev"));
    TableEnvironment tEnv = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    tEnv.getConfig().getConfiguration().setString("pipeline.name", settings.getProperty("job.name"));

    List<String> inserts = new ArrayList<>();
    for (String statement : SqlScript.read("/sql/order_etl.sql", settings)) {
      if (statement.toUpperCase().startsWith("INSERT")) {
        inserts.add(statement);
      } else {
        tEnv.executeSql(statement);
      }
    }
    StatementSet set = tEnv.createStatementSet();
    inserts.forEach(set::addInsertSql);
    set.execute();
  }
}
