package com.acme.pipes;
import com.typesafe.config.Config;
import org.apache.flink.table.api.TableEnvironment;

class Enrich implements Pipeline {
  @Override public void define(TableEnvironment t, Config config) {
    t.executeSql("CREATE TABLE e_in (id STRING, price DOUBLE, n INT) " + kafka(config, "input"));
    t.executeSql("CREATE TABLE e_out (id STRING, total DOUBLE) " + kafka(config, "output"));
  }
  @Override public String insert() { return "INSERT INTO e_out SELECT id, price * n FROM e_in"; }
}
