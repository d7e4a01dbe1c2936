package com.acme.dsl;
import java.util.*;

abstract class Clause<T extends Clause<T>> {
  protected final List<String> conditions = new LinkedList<>();

  protected abstract T self();

  T where(String column, String operator, Object value) {
    String literal = value instanceof Number ? value.toString() : "'" + value + "'";
    conditions.add(String.join(" ", column, operator, literal));
    return self();
  }

  protected String conditions() { return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions); }
}
