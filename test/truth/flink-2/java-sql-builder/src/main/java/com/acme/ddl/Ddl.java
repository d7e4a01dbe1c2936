package com.acme.ddl;
import java.util.*;
import java.util.stream.Collectors;

/** A builder of CREATE TABLE statements. */
public final class Ddl {
  private final String name;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<String, String> options = new TreeMap<>();
  private String watermark;

  private Ddl(String name) { this.name = name; }

  public static Ddl table(String name) { return new Ddl(name); }

  public Ddl column(String column, String type) { columns.put(column, type); return this; }

  public Ddl columns(String... pairs) {
    for (String pair : pairs) {
      int colon = pair.indexOf(':');
      column(pair.substring(0, colon).trim(), pair.substring(colon + 1).trim());
    }
    return this;
  }

  public Ddl watermark(String column, int seconds) {
    watermark = String.format("WATERMARK FOR `%1$s` AS `%1$s` - INTERVAL '%2$d' SECOND", column, seconds);
    return this;
  }

  public Ddl with(String key, Object value) { options.put(key, String.valueOf(value)); return this; }

  public Ddl kafka(String topic) {
    return with("connector", "kafka").with("topic", topic).with("format", "json")
        .with("properties.bootstrap.servers", Settings.BROKERS).with("properties.group.id", name + "_reader").with("scan.startup.mode", "earliest-offset");
  }

  @Override
  public String toString() {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append('`').append(name).append("` (\n");
    List<String> lines = columns.entrySet().stream().map(it -> "  `" + it.getKey() + "` " + it.getValue()).collect(Collectors.toCollection(ArrayList::new));
    if (watermark != null) {
      lines.add("  " + watermark);
    }
    sql.append(String.join(",\n", lines)).append("\n) WITH (\n");
    sql.append(options.entrySet().stream().map(it -> "  '" + it.getKey() + "' = '" + it.getValue().replace("'", "''") + "'").collect(Collectors.joining(",\n")));
    return sql.append("\n)").toString();
  }
}
