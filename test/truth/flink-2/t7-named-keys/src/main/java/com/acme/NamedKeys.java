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

public class NamedKeys {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE visits (who STRING, at_time TIMESTAMP(3), secs INT) WITH ('connector'='kafka','topic'='visits','properties.bootstrap.servers'='nk:9092','scan.startup.mode'='earliest-offset','format'='json')");
    t.executeSql("CREATE TABLE per_day (the_day STRING, who STRING, secs INT, n BIGINT, PRIMARY KEY (the_day, who) NOT ENFORCED) WITH ('connector'='upsert-kafka','topic'='per-day','properties.bootstrap.servers'='nk:9092','key.format'='json','value.format'='json')");
    t.from("visits")
        .groupBy(dateFormat($("at_time"), "yyyy-MM-dd").as("the_day"), $("who").lowerCase().trim().as("who"))
        .select($("the_day"), $("who"), $("secs").sum().as("secs"), $("secs").count().as("n"))
        .where($("n").isGreater(2))
        .executeInsert("per_day");
  }
}
