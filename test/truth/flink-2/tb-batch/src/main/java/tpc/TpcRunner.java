package tpc;

import static org.apache.flink.table.api.Expressions.$;

import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.*;

public class TpcRunner {
  record Column(String name, AbstractDataTypeOf type) {}

  enum AbstractDataTypeOf {
    KEY("BIGINT NOT NULL"), TEXT("VARCHAR(64)"), MONEY("DECIMAL(15, 2)"), DAY("DATE");

    final String sql;

    AbstractDataTypeOf(String sql) { this.sql = sql; }
  }

  private static final Map<String, List<Column>> TABLES = Map.of(
      "customer", List.of(new Column("c_custkey", AbstractDataTypeOf.KEY), new Column("c_mktsegment", AbstractDataTypeOf.TEXT)),
      "orders", List.of(new Column("o_orderkey", AbstractDataTypeOf.KEY), new Column("o_custkey", AbstractDataTypeOf.KEY), new Column("o_orderdate", AbstractDataTypeOf.DAY)),
      "lineitem", List.of(new Column("l_orderkey", AbstractDataTypeOf.KEY), new Column("l_price", AbstractDataTypeOf.MONEY), new Column("l_discount", AbstractDataTypeOf.MONEY), new Column("l_shipdate", AbstractDataTypeOf.DAY)));

  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    TABLES.forEach((name, columns) -> {
      Schema.Builder schema = Schema.newBuilder();
      for (Column column : columns) {
        schema.column(column.name(), column.type().sql);
      }
      t.createTable(name, TableDescriptor.forConnector("filesystem").schema(schema.build()).option("path", "file:///tmp/tpc/" + name + ".tbl").format(FormatDescriptor.forFormat("csv").option("field-delimiter", "|").build()).build());
    });
    t.executeSql("CREATE TABLE q03 (l_orderkey BIGINT, revenue DECIMAL(38, 4), o_orderdate DATE) WITH ('connector' = 'jdbc', 'url' = 'jdbc:sqlserver://bench:1433;databaseName=tpc', 'table-name' = 'results.q03')");
    Table result = t.sqlQuery(Queries.query(3));
    result.orderBy($("revenue").desc(), $("o_orderdate").asc()).offset(0).fetch(10).insertInto("q03").execute();
  }
}
