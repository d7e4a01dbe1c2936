package com.acme.pipes;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.*;
import java.util.function.Supplier;
import org.apache.flink.table.api.*;

public class Trades {
  private static final Map<String, Supplier<Pipeline>> KNOWN = Map.of("enrich", Enrich::new, "count", Count::new);

  public static void main(String[] args) {
    Config config = ConfigFactory.load();
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.getConfig().set("pipeline.name", config.getString("job.name"));
    StatementSet set = t.createStatementSet();
    for (String name : config.getStringList("pipelines")) {
      Pipeline pipeline = Optional.ofNullable(KNOWN.get(name)).map(Supplier::get).orElseThrow(() -> new IllegalArgumentException(name));
      pipeline.define(t, config.getConfig(name).withFallback(config.getConfig("kafka")));
      set.addInsertSql(pipeline.insert());
    }
    set.execute();
  }
}
