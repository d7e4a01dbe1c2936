package com.acme.parts;
import java.util.*;
import java.util.function.IntFunction;
import java.util.stream.*;
import org.apache.flink.table.api.*;

public class Parts {
  enum Text {
    SOURCE(i -> "CREATE TABLE part_" + i + " (k STRING, n INT) " + with("parts.p" + i)),
    QUERY(i -> "SELECT k, n * " + i + " AS n FROM part_" + i);
    private final IntFunction<String> maker;
    Text(IntFunction<String> maker) { this.maker = maker; }
    String of(int i) { return maker.apply(i); }
  }

  static String with(String topic) {
    return Stream.of("connector=kafka", "topic=" + topic, "properties.bootstrap.servers=parts:9092", "properties.group.id=parts", "scan.startup.mode=earliest-offset", "format=json")
        .map(it -> it.split("=", 2)).map(it -> "'" + it[0] + "' = '" + it[1] + "'").collect(Collectors.joining(", ", "WITH (", ")"));
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    int count = "abc".length();
    IntStream.rangeClosed(1, count).mapToObj(Text.SOURCE::of).forEach(t::executeSql);
    String all = IntStream.rangeClosed(1, count).boxed().map(Text.QUERY::of).collect(Collectors.joining(" UNION ALL "));
    """
        CREATE TABLE merged (k STRING, n INT) %s;
        INSERT INTO merged %s;
        """.formatted(with("parts.merged"), all).lines().map(it -> it.substring(0, it.lastIndexOf(';'))).map(String::strip).forEach(t::executeSql);
  }
}
