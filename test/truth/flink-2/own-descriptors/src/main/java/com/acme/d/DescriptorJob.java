package com.acme.d;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.FormatDescriptor;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TablePipeline;

public class DescriptorJob {
  private static TableDescriptor.Builder kafka(String topic) {
    return TableDescriptor.forConnector("kafka").option("topic", topic).option("properties.bootstrap.servers", "k:9092")
        .option("properties.group.id", "g").format(FormatDescriptor.forFormat("json").option("ignore-parse-errors", "true").build());
  }

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    Schema schema = Schema.newBuilder()
        .column("id", DataTypes.BIGINT().notNull()).withComment("the id")
        .column("name", "STRING")
        .column("price", DataTypes.DECIMAL(8, 3))
        .column("pos", DataTypes.ROW(DataTypes.FIELD("x", DataTypes.INT()), DataTypes.FIELD("tags", DataTypes.ARRAY(DataTypes.STRING().notNull()))))
        .column("when", DataTypes.TIMESTAMP_LTZ(3))
        .column("odd", "MAP<STRING, DECIMAL(4,1)> NOT NULL")
        .columnByExpression("twice", "price * 2")
        .columnByMetadata("off", DataTypes.BIGINT(), "offset", true)
        .watermark("when", "`when` - INTERVAL '3' SECOND")
        .build();
    t.createTemporaryTable("items", kafka("items").schema(schema).comment("all items").build());
    t.createTable("cheap", TableDescriptor.forConnector("print").schema(Schema.newBuilder().column("id", DataTypes.BIGINT()).column("name", DataTypes.STRING()).build()).build());
    Table cheap = t.from("items").filter($("price").isLess(lit(5))).select($("id"), $("name").upperCase().as("name"));
    TablePipeline pipeline = cheap.insertInto("cheap");
    pipeline.execute();
    cheap.executeInsert(kafka("cheap-out").schema(Schema.newBuilder().column("id", "BIGINT").column("name", "VARCHAR(10)").build()).build());
    t.from(kafka("inline").schema(Schema.newBuilder().column("v", DataTypes.INT()).build()).build()).groupBy($("v")).select($("v"), $("v").count().as("n"))
        .executeInsert(TableDescriptor.forConnector("blackhole").schema(Schema.newBuilder().column("v", DataTypes.INT()).column("n", DataTypes.BIGINT()).build()).build());
  }
}
