package io.fleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

enum FleetTable {
  POSITIONS("ods", "vehicle STRING, speed DOUBLE, measured_at TIMESTAMP_LTZ(3), WATERMARK FOR measured_at AS measured_at - INTERVAL '5' SECOND") {
    @Override
    Map<String, String> options() {
      Map<String, String> options = Brokers.base();
      options.put("topic", "fleet.positions");
      options.put("scan.startup.mode", "latest-offset");
      return options;
    }
  },
  SPEEDS("mart", "vehicle STRING, from_ts TIMESTAMP_LTZ(3), to_ts TIMESTAMP_LTZ(3), avg_speed DOUBLE, max_speed DOUBLE") {
    @Override
    Map<String, String> options() {
      Map<String, String> options = Brokers.base();
      options.put("topic", "fleet." + name().toLowerCase());
      return options;
    }
  };

  private final String database;
  private final String columns;

  FleetTable(String database, String columns) {
    this.database = database;
    this.columns = columns;
  }

  abstract Map<String, String> options();

  String path() {
    return String.join(".", database, name().toLowerCase());
  }

  String ddl() {
    String with = options().entrySet().stream().map(e -> String.format("  '%s' = '%s'", e.getKey(), e.getValue())).collect(Collectors.joining(",\n"));
    return String.format("CREATE TABLE %s (%s) WITH (%n%s%n)", path(), columns, with);
  }

  private static final class Brokers {
    static Map<String, String> base() {
      Map<String, String> map = new LinkedHashMap<>();
      map.put("connector", "kafka");
      map.put("properties.bootstrap.servers", System.getenv().getOrDefault("FLEET_BROKERS", "fleet-kafka:9093"));
      map.put("format", "json");
      return map;
    }
  }
}
