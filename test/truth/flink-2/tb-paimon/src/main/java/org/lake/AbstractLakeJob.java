package org.lake;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

abstract class AbstractLakeJob {
  protected static final String CATALOG = "lake";
  protected static final String DB = "ods";

  protected abstract String warehouse();

  protected abstract void define(TableEnvironment env);

  protected abstract String insert();

  final void run() {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, java.time.Duration.ofSeconds(30));
    TableEnvironment env = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().withConfiguration(configuration).build());
    env.executeSql(String.format("CREATE CATALOG %s WITH ('type' = 'paimon', 'warehouse' = '%s')", CATALOG, warehouse()));
    env.useCatalog(CATALOG);
    define(env);
    env.executeSql(insert());
  }
}
