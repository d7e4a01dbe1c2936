package com.acme.en;

enum Sql {
  ORDERS("""
      CREATE TABLE orders (
        id BIGINT,
        amount DECIMAL(10, 2),
        country STRING
      ) WITH (
        'connector' = 'kafka',
        'topic' = 'shop.orders',
        'properties.bootstrap.servers' = '%s',
        'properties.group.id' = '%s',
        'scan.startup.mode' = 'earliest-offset',
        'format' = 'json'
      )
      """, true),
  BIG("""
      CREATE TABLE %2$s (id BIGINT, amount DECIMAL(10, 2)) WITH (
        'connector' = 'kafka', 'topic' = 'shop.%2$s', 'properties.bootstrap.servers' = '%1$s', 'format' = 'json'
      )
      """, true),
  BY_COUNTRY("""
      CREATE TABLE %2$s (country STRING, amount DECIMAL(10, 2)) WITH (
        'connector' = 'kafka', 'topic' = 'shop.%2$s', 'properties.bootstrap.servers' = '%1$s', 'format' = 'json'
      )
      """, true),
  LOAD_BIG("INSERT INTO %2$s SELECT id, amount FROM orders WHERE amount > 100", false),
  LOAD_COUNTRY("""
      INSERT INTO %2$s SELECT country, amount \
      FROM orders""", false);

  private final String template;
  private final boolean table;

  Sql(String template, boolean table) {
    this.template = template;
    this.table = table;
  }

  boolean isTable() { return table; }

  String with(Object... values) { return template.formatted(values); }
}
