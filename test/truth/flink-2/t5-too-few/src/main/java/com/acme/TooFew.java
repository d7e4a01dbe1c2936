package com.acme;

import java.time.*;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.configuration.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.table.annotation.*;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.*;
import org.apache.flink.table.catalog.*;
import org.apache.flink.table.functions.*;
import org.apache.flink.types.*;
import static org.apache.flink.table.api.Expressions.*;

public class TooFew {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    String rest = "'properties.bootstrap.servers'='few:9092','scan.startup.mode'='earliest-offset','format'='json')";
    t.executeSql("CREATE TABLE clicks (user_id BIGINT, url STRING, at_time TIMESTAMP(3)) WITH ('connector'='kafka','topic'='clicks'," + rest);
    t.executeSql("CREATE TABLE per_user (user_id BIGINT, n BIGINT, last_url STRING, PRIMARY KEY (user_id) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='per-user','properties.bootstrap.servers'='few:9092','key.format'='json','value.format'='json')");
    t.executeSql("CREATE TABLE copies (user_id BIGINT, url STRING, at_time TIMESTAMP(3)) WITH ('connector'='kafka','topic'='copies'," + rest);
    t.from("clicks").insertInto("copies").execute();
    t.from("clicks").groupBy($("user_id")).select($("user_id"), $("url").count().as("n")).executeInsert("per_user");
    t.from("clicks").executeInsert("copies");
  }
}
