package com.acme;
import static org.apache.flink.table.api.Expressions.$;
import java.util.*;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.*;
import org.apache.flink.table.api.*;

public class Tables {
  public static void main(String[] args) throws Exception {
    JsonNode root = new ObjectMapper().readTree(Tables.class.getClassLoader().getResourceAsStream("tables.json"));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    for (JsonNode table : root.get("tables")) {
      Schema.Builder schema = Schema.newBuilder();
      Iterator<Map.Entry<String, JsonNode>> columns = table.get("columns").fields();
      while (columns.hasNext()) {
        Map.Entry<String, JsonNode> column = columns.next();
        schema.column(column.getKey(), column.getValue().asText());
      }
      TableDescriptor.Builder descriptor = TableDescriptor.forConnector(table.get("connector").asText()).schema(schema.build());
      table.get("options").fields().forEachRemaining(it -> descriptor.option(it.getKey(), it.getValue().asText()));
      t.createTemporaryTable(table.path("name").asText(), descriptor.build());
    }
    t.from("clicks").join(t.from("users"), $("user_id").isEqual($("id"))).select($("name"), $("url"))
        .insertInto(root.at("/target").asText()).execute();
  }
}
