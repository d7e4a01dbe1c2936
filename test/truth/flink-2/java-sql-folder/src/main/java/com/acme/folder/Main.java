package com.acme.folder;
import java.util.*;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class Main {
  public static void main(String[] args) throws Exception {
    Map<String, String> variables = new HashMap<>();
    variables.put("stage", "test");
    variables.put("least", Integer.toString(100));
    StreamTableEnvironment t = StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());
    for (String it : new Scripts("sql", variables).statements()) {
      t.executeSql(it);
    }
  }
}
