package com.acme.chars;
import java.io.*;
import java.nio.charset.StandardCharsets;
import org.apache.flink.table.api.*;

public class Main {
  public static void main(String[] args) throws IOException {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    try (InputStream in = Main.class.getResourceAsStream("/job.sql")) {
      Splitter.split(new String(in.readAllBytes(), StandardCharsets.UTF_8), t::executeSql);
    }
  }
}
