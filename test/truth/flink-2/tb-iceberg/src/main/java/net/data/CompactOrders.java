package net.data;

import static net.data.Names.*;

import java.util.Map;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;

public class CompactOrders {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inBatchMode().build());
    t.getConfig().set("execution.batch.adaptive.auto-parallelism.enabled", "false");
    Catalogs.iceberg(t, ICEBERG, Map.of("catalog-type", "hadoop", "warehouse", "file:///tmp/tb-iceberg-wh", "property-version", "1"));
    t.executeSql("CREATE DATABASE IF NOT EXISTS " + qualified(SILVER));
    t.executeSql("CREATE DATABASE IF NOT EXISTS " + qualified(GOLD));
    t.executeSql("CREATE TABLE IF NOT EXISTS " + qualified(SILVER, "orders") + " (id BIGINT, customer STRING, amount DECIMAL(10,2), day_ STRING) PARTITIONED BY (day_) WITH ('format-version'='2')");
    t.executeSql("CREATE TABLE IF NOT EXISTS " + qualified(GOLD, "customer_days") + " (customer STRING, day_ STRING, n BIGINT, total DECIMAL(38,2)) WITH ('format-version'='2')");
    t.executeSql("CREATE TABLE IF NOT EXISTS " + qualified(GOLD, "big_orders") + " LIKE " + qualified(SILVER, "orders"));

    StatementSet statements = t.createStatementSet();
    statements.addInsertSql(String.format("INSERT OVERWRITE %s SELECT customer, day_, COUNT(*), SUM(amount) FROM %s GROUP BY customer, day_", qualified(GOLD, "customer_days"), qualified(SILVER, "orders")));
    statements.addInsertSql("INSERT INTO " + qualified(GOLD, "big_orders") + " SELECT * FROM " + qualified(SILVER, "orders") + " WHERE amount > 1000");
    statements.execute();
  }
}
