package com.acme.scan;
import java.io.InputStream;
import java.util.*;
import org.apache.flink.table.api.*;

public class Scan {
  static class Names {
    static final String PREFIX = "scan";
    final String source = PREFIX + "." + Direction.IN.label();
    final String target = PREFIX + "." + Direction.OUT.label();
  }

  enum Direction {
    IN, OUT;
    String label() { return name().toLowerCase() + ordinal(); }
  }

  static Deque<String> statements(InputStream in) {
    Deque<String> queue = new ArrayDeque<>();
    try (Scanner scanner = new Scanner(in, "UTF-8").useDelimiter(";")) {
      while (scanner.hasNext()) {
        String next = scanner.next().trim();
        if (!next.isEmpty()) {
          queue.add(next);
        }
      }
    }
    return queue;
  }

  public static void main(String[] args) {
    Names names = new Names();
    Deque<String> statements = statements(Scan.class.getResourceAsStream("/scan.sql"));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    while (!statements.isEmpty()) {
      String sql = statements.poll().replace(":source", names.source).replace(":target", names.target).replace(":brokers", "scan:9092");
      t.executeSql(sql);
    }
  }
}
