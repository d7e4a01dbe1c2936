package dev.ddl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

final class TableDdl {
  private final String name;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<String, String> options = new LinkedHashMap<>();
  private boolean temporary;
  private String key;

  private TableDdl(String name) {
    this.name = name;
  }

  static TableDdl named(String name) {
    return new TableDdl(name);
  }

  TableDdl temporary() {
    this.temporary = true;
    return this;
  }

  TableDdl column(String column, String type) {
    columns.put(column, type);
    return this;
  }

  TableDdl key(String column) {
    key = column;
    return this;
  }

  TableDdl with(String option, String value) {
    options.put(option, value);
    return this;
  }

  TableDdl withIf(boolean condition, String option, String value) {
    return condition ? with(option, value) : this;
  }

  String name() {
    return name;
  }

  Set<String> columns() {
    return columns.keySet();
  }

  @Override
  public String toString() {
    StringJoiner cols = new StringJoiner(",\n  ", "(\n  ", "\n)");
    columns.forEach((column, type) -> cols.add("`" + column + "` " + type));
    if (key != null) {
      cols.add("PRIMARY KEY (`" + key + "`) NOT ENFORCED");
    }
    StringJoiner with = new StringJoiner(",\n  ", "WITH (\n  ", "\n)");
    for (Map.Entry<String, String> option : options.entrySet()) {
      with.add("'" + option.getKey() + "' = '" + option.getValue() + "'");
    }
    return "CREATE " + (temporary ? "TEMPORARY " : "") + "TABLE `" + name + "` " + cols + " " + with;
  }
}
