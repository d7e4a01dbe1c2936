package com.acme.defs;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.*;
import java.io.*;
import java.util.*;
import java.util.stream.*;
import org.apache.flink.table.api.*;

public class Definitions {
  private static final Map<String, String> TYPES;
  static {
    Map<String, String> types = new HashMap<>();
    types.put("text", "STRING");
    types.put("money", "DECIMAL(12, 2)");
    types.put("time", "TIMESTAMP(3)");
    TYPES = Collections.unmodifiableMap(types);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public static class Column {
    public String name;
    public String type;
    public int order;

    String sql() { return name + " " + TYPES.getOrDefault(type, type.toUpperCase()); }
  }

  public static class Table {
    public List<Column> columns = new ArrayList<>();
    public String topic;
    public String key;
    public Map<String, String> options = new LinkedHashMap<>();

    String ddl(String name, Map<String, String> defaults) {
      Map<String, String> all = new TreeMap<>(defaults);
      all.put("connector", key == null ? "kafka" : "upsert-kafka");
      all.put("topic", topic);
      options.forEach((k, v) -> {
        if (v == null) {
          all.remove(k);
        } else {
          all.put(k, v);
        }
      });
      Stream<String> lines = columns.stream().sorted(Comparator.comparingInt(it -> it.order)).map(Column::sql);
      if (key != null) {
        lines = Stream.concat(lines, Stream.of("PRIMARY KEY (" + key + ") NOT ENFORCED"));
      }
      return "CREATE TEMPORARY TABLE " + name + lines.collect(Collectors.joining(", ", " (", ")"))
          + all.entrySet().stream().map(it -> String.format("'%s' = '%s'", it.getKey(), it.getValue())).collect(Collectors.joining(", ", " WITH (", ")"));
    }
  }

  public static void main(String[] args) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode root;
    try (Reader reader = new InputStreamReader(Definitions.class.getResourceAsStream("/tables.json"))) {
      root = mapper.readTree(reader);
    }
    Map<String, String> defaults = mapper.convertValue(root.get("defaults"), new TypeReference<Map<String, String>>() {});
    Map<String, Table> tables = mapper.convertValue(root.get("tables"), new TypeReference<LinkedHashMap<String, Table>>() {});
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    for (Map.Entry<String, Table> it : tables.entrySet()) {
      t.executeSql(it.getValue().ddl(it.getKey(), defaults));
    }
    t.executeSql(root.path("insert").asText());
  }
}
