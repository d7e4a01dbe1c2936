package com.acme.stock;
import java.io.*;
import java.nio.charset.StandardCharsets;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.springframework.beans.factory.annotation.*;
import org.springframework.context.annotation.*;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

public class StockJob {
  @Configuration
  @PropertySource("classpath:stock.properties")
  static class Config {
    @Bean
    static PropertySourcesPlaceholderConfigurer placeholders() { return new PropertySourcesPlaceholderConfigurer(); }

    @Bean
    StreamExecutionEnvironment environment() { return StreamExecutionEnvironment.getExecutionEnvironment(); }

    @Bean
    StreamTableEnvironment tables() { return StreamTableEnvironment.create(environment()); }
  }

  @Component
  static class Texts {
    String of(String name) {
      try (InputStream in = StockJob.class.getResourceAsStream("/sql/" + name + ".sql")) {
        return StreamUtils.copyToString(in, StandardCharsets.UTF_8).strip();
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
  }

  @Component
  static class Pipeline {
    @Autowired private Texts texts;
    private final StreamTableEnvironment tables;
    private final String topic;
    @Value("${stock.servers}") private String servers;

    Pipeline(StreamTableEnvironment tables, @Value("${stock.topic}") String topic) {
      this.tables = tables;
      this.topic = topic;
    }

    void start() {
      tables.executeSql(String.format(texts.of("source"), topic, servers));
      tables.createTemporaryTable("top", TableDescriptor.forConnector("blackhole").schema(Schema.newBuilder().column("symbol", DataTypes.STRING()).build()).build());
      tables.sqlQuery("SELECT symbol FROM stock WHERE price > 10").executeInsert("top");
    }
  }

  public static void main(String[] args) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Config.class, Texts.class, Pipeline.class)) {
      context.getBean(Pipeline.class).start();
    }
  }
}
