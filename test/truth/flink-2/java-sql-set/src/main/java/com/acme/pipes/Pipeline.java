package com.acme.pipes;
import com.typesafe.config.Config;
import org.apache.flink.table.api.TableEnvironment;

public interface Pipeline {
  void define(TableEnvironment t, Config config);
  String insert();

  default String kafka(Config config, String key) {
    return String.join("\n",
        "WITH (",
        "'connector' = 'kafka',",
        "'topic' = '" + config.getString(key) + "',",
        "'properties.bootstrap.servers' = '" + config.getString("brokers") + "',",
        "'properties.group.id' = '" + getClass().getSimpleName().toLowerCase() + "',",
        "'scan.startup.mode' = 'earliest-offset',",
        "'format' = 'json')");
  }
}
