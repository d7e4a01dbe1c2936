package com.acme.pipes;
import com.typesafe.config.Config;
import org.apache.flink.table.api.TableEnvironment;

class Count implements Pipeline {
  @Override public void define(TableEnvironment t, Config config) {
    t.executeSql("CREATE TABLE c_in (id STRING, n INT) " + kafka(config, "input"));
    t.executeSql("CREATE TABLE c_out (id STRING, n INT) " + kafka(config, "output"));
  }
  @Override public String insert() { return "INSERT INTO c_out SELECT id, n FROM c_in"; }
}
