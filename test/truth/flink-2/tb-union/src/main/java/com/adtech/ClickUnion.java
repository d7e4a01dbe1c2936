package com.adtech;

import static org.apache.flink.table.api.Expressions.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.*;

public class ClickUnion {
  private static final Map<String, String> CLUSTERS = new HashMap<>();

  static {
    CLUSTERS.put("eu", "kafka-eu:9092");
    CLUSTERS.put("us", "kafka-us:9092");
    CLUSTERS.put("apac", "kafka-apac:9092");
  }

  public static void main(String[] args) {
    if (args.length == 0) {
      args = new String[] {"eu", "us", "apac"};
    }
    Configuration conf = new Configuration();
    conf.set(PipelineOptions.NAME, "clicks of " + String.join(" + ", args));
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.newInstance().withConfiguration(conf).inStreamingMode().build());
    List<Table> regions = new ArrayList<>();
    for (String region : args) {
      String servers = CLUSTERS.get(region);
      if (servers == null) {
        throw new IllegalArgumentException("unknown region " + region);
      }
      t.createTemporaryTable("clicks_" + region, clicks(servers));
      regions.add(t.from("clicks_" + region).select($("user_id"), $("url"), lit(region).as("region"), $("ts")));
    }
    Table all = regions.stream().reduce(Table::unionAll).orElseThrow();
    Table sessions = all
        .window(Session.withGap(lit(30).minutes()).on($("ts")).as("s"))
        .groupBy($("s"), $("user_id"), $("region"))
        .select($("user_id"), $("region"), $("s").start().as("started"), $("url").count().as("clicks"), $("url").firstValue().as("entry"));
    t.createTemporaryTable("sessions", TableDescriptor.forConnector("filesystem")
        .schema(Schema.newBuilder().column("user_id", DataTypes.BIGINT()).column("region", DataTypes.STRING()).column("started", DataTypes.TIMESTAMP(3)).column("clicks", DataTypes.BIGINT()).column("entry", DataTypes.STRING()).build())
        .partitionedBy("region")
        .option("path", "file:///tmp/tb-union/sessions")
        .format(FormatDescriptor.forFormat("csv").option("field-delimiter", "|").build())
        .build());
    sessions.executeInsert("sessions");
  }

  private static TableDescriptor clicks(String servers) {
    return TableDescriptor.forConnector("kafka")
        .schema(Schema.newBuilder()
            .column("user_id", DataTypes.BIGINT().notNull())
            .column("url", DataTypes.STRING())
            .columnByMetadata("ts", DataTypes.TIMESTAMP(3), "timestamp", true)
            .watermark("ts", $("ts").minus(lit(5).seconds()))
            .build())
        .option("topic", "clicks")
        .option("properties.bootstrap.servers", servers)
        .option("scan.startup.mode", "earliest-offset")
        .format("json")
        .build();
  }
}
