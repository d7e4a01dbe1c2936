package dash;

import static org.apache.flink.table.api.Expressions.*;

import org.apache.flink.table.api.*;
import org.apache.flink.table.catalog.CatalogDescriptor;
import org.apache.flink.configuration.Configuration;

public class Board {
  public static void main(String[] args) throws Exception {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.createCatalog("scratch", CatalogDescriptor.of("scratch", Configuration.fromMap(java.util.Map.of("type", "generic_in_memory", "default-database", "tmp"))));
    t.executeSql("USE CATALOG scratch");
    t.executeSql("CREATE TABLE votes (poll INT, choice STRING, voter STRING, cast_at TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL, WATERMARK FOR cast_at AS cast_at) WITH ('connector'='kafka','topic'='votes','properties.bootstrap.servers'='" + env("BROKERS", "vote:9092") + "','scan.startup.mode'='latest-offset','format'='json','json.ignore-parse-errors'='true')");
    Table votes = t.from("votes");
    Table numbered = votes.addColumns(concat($("choice"), "/", $("poll").cast(DataTypes.STRING())).as("label"));
    Table over = numbered.window(Over.partitionBy($("poll")).orderBy($("cast_at")).preceding(UNBOUNDED_RANGE).as("o"))
        .select($("label"), $("voter").count().over($("o")).as("so_far"), $("cast_at").max().over($("o")).as("last_at"));
    Table perMinute = votes.window(Tumble.over(lit(1).minutes()).on($("cast_at")).as("m")).groupBy($("m"), $("poll"), $("choice"))
        .select($("poll"), $("choice"), $("m").end().as("minute_end"), $("voter").count().distinct().as("voters"));
    TableDescriptor.Builder json = TableDescriptor.forConnector("kafka").option("properties.bootstrap.servers", env("BROKERS", "vote:9092")).format("json");
    t.createTable("scratch.tmp.running", json.schema(Schema.newBuilder().column("label", "STRING").column("so_far", "BIGINT").column("last_at", "TIMESTAMP_LTZ(3)").build()).option("topic", "votes.running").build());
    t.createTable("minutes", json.schema(Schema.newBuilder().column("poll", "INT").column("choice", "STRING").column("minute_end", "TIMESTAMP(3)").column("voters", "BIGINT").build()).option("topic", "votes.minutes").build());
    CompiledPlan plan = t.createStatementSet().addInsert("running", over).addInsert("minutes", perMinute).compilePlan();
    plan.execute();
  }

  private static String env(String name, String fallback) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? fallback : value;
  }
}
