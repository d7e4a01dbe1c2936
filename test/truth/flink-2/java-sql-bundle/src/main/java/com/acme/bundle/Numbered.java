package com.acme.bundle;
import java.text.MessageFormat;
import java.util.*;
import java.util.stream.Collectors;
import org.apache.flink.table.api.*;

public class Numbered {
  public static void main(String[] args) {
    ResourceBundle bundle = ResourceBundle.getBundle("sql.Statements");
    Object[] values = {bundle.getString("servers"), "bank"};
    List<String> keys = Collections.list(bundle.getKeys()).stream().filter(it -> it.startsWith("stmt.")).sorted(Comparator.comparing((String it) -> Integer.parseInt(it.substring(5)))).collect(Collectors.toList());
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    for (String key : keys) {
      String sql = MessageFormat.format(bundle.getString(key), values);
      String word = sql.substring(0, sql.indexOf(' ')).toLowerCase(Locale.ROOT);
      switch (word) {
        case "create":
        case "insert":
          t.executeSql(sql);
          break;
        case "view":
          int colon = sql.indexOf(':');
          t.createTemporaryView(sql.substring(5, colon), t.sqlQuery(sql.substring(colon + 1)));
          break;
        default:
          throw new IllegalArgumentException(word);
      }
    }
  }
}
