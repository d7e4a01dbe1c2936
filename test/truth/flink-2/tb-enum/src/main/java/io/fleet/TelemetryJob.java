package io.fleet;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;

import java.util.Arrays;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.Tumble;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;

public class TelemetryJob {
  public static void main(String[] args) {
    TableEnvironment env = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    env.registerCatalog("fleet", new GenericInMemoryCatalog("fleet", "ods"));
    env.useCatalog("fleet");
    env.executeSql("CREATE DATABASE IF NOT EXISTS mart COMMENT 'aggregates'");
    Arrays.stream(FleetTable.values()).map(FleetTable::ddl).forEach(env::executeSql);

    Table speeds = env.from(FleetTable.POSITIONS.path())
        .filter($("speed").isGreaterOrEqual(0).and($("speed").isLess(260)))
        .window(Tumble.over(lit(10).minutes()).on($("measured_at")).as("w"))
        .groupBy($("w"), $("vehicle"))
        .select($("vehicle"), $("w").start().as("from_ts"), $("w").end().as("to_ts"), $("speed").avg().as("avg_speed"), $("speed").max().as("max_speed"));
    env.useDatabase("mart");
    speeds.insertInto(FleetTable.SPEEDS.name().toLowerCase()).execute();
  }
}
