package com.acme.feeds;
import java.io.InputStream;
import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Feeds {
  record Feed(String name, String from, String to, boolean off) {
    static Feed of(String name, Map<String, String> values) { return new Feed(name, values.get("from"), values.get("to"), Boolean.parseBoolean(values.getOrDefault("off", "false"))); }
  }

  static List<Feed> feeds(Properties properties) {
    Map<String, Map<String, String>> groups = properties.stringPropertyNames().stream()
        .filter(it -> it.startsWith("feed."))
        .collect(Collectors.groupingBy(it -> it.split("\\.")[1], TreeMap::new, Collectors.toMap(it -> it.substring(it.lastIndexOf('.') + 1), properties::getProperty)));
    return groups.entrySet().stream().map(it -> Feed.of(it.getKey(), it.getValue())).filter(it -> !it.off()).collect(Collectors.toList());
  }

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    try (InputStream in = Feeds.class.getResourceAsStream("/feeds.xml")) {
      properties.loadFromXML(in);
    }
    String servers = properties.getProperty("servers");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    List<Feed> feeds = feeds(properties);
    feeds.forEach(it -> env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers).setTopics(it.from()).setGroupId(it.name()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), it.name())
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers).setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(it.to()).setValueSerializationSchema(new SimpleStringSchema()).build()).build()));
    env.execute(feeds.stream().map(Feed::name).collect(Collectors.joining("-", "feeds-", "")));
  }
}
