package org.pay.fraud;

final class Ddl {
  private static final String TEMPLATE = "CREATE TEMPORARY TABLE %s (\n%s\n) WITH ('connector' = 'jdbc', 'url' = '%s', 'table-name' = '%1$s')";

  static String blockedCards(String url) {
    StringBuilder columns = new StringBuilder();
    columns.append("card STRING").append(",\n").append("reason STRING").append(", PRIMARY KEY (card) NOT ENFORCED");
    return String.format(TEMPLATE, "blocked_cards", columns, url);
  }
}
