package com.acme.dsl;
import java.util.*;
import java.util.stream.*;

final class Select extends Clause<Select> {
  private final String[] columns;
  private String from;
  private Optional<String> join = Optional.empty();

  private Select(String... columns) { this.columns = columns; }

  static Select select(String... columns) { return new Select(columns); }

  Select from(String table) { this.from = table; return this; }

  Select join(Join other) { join = Optional.of(other.sql()); return this; }

  @Override protected Select self() { return this; }

  @Override public String toString() {
    return "SELECT " + (columns.length == 0 ? "*" : Arrays.stream(columns).collect(Collectors.joining(", "))) + " FROM " + from + join.map(it -> " " + it).orElse("") + conditions();
  }

  record Join(String table, String left, String right) {
    static Join on(String table, String... columns) { return new Join(table, columns[0], columns[columns.length - 1]); }
    String sql() { return "JOIN " + table + " ON " + left + " = " + right; }
  }
}
