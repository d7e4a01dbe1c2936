package com.bill.layers;

import java.io.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

public class LayersJob {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]+)}");

  public static void main(String[] args) throws Exception {
    ParameterTool given = ParameterTool.fromArgs(args);
    ParameterTool settings;
    try (InputStream defaults = LayersJob.class.getResourceAsStream("/defaults.properties")) {
      settings = ParameterTool.fromPropertiesFile(defaults).mergeWith(given).mergeWith(ParameterTool.fromMap(Map.of("source.kafka.client.id", "x")));
    }
    Map<String, String> plain = new TreeMap<>();
    settings.toMap().forEach((key, value) -> plain.put(key, fill(value, settings)));

    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    var lines = env.fromSource(
        KafkaSource.<String>builder().setProperties(client(plain, "source.kafka."))
            .setTopics(Pattern.compile("\\s*,\\s*").splitAsStream(plain.get("source.topics")).toList()).setValueOnlyDeserializer(new SimpleStringSchema()).build(),
        WatermarkStrategy.noWatermarks(), "in");
    lines.sinkTo(KafkaSink.<String>builder().setKafkaProducerConfig(client(plain, "sink.kafka."))
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(plain.get("sink.topic")).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute(plain.get("name") + "@" + plain.getOrDefault("stage", "?"));
  }

  private static Properties client(Map<String, String> settings, String prefix) {
    Properties properties = new Properties();
    settings.entrySet().stream().filter(it -> it.getKey().startsWith(prefix)).forEach(it -> properties.setProperty(it.getKey().substring(prefix.length()), it.getValue()));
    return properties;
  }

  private static String fill(String text, ParameterTool settings) {
    Matcher matcher = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(filled, Matcher.quoteReplacement(settings.get(matcher.group(1), "")));
    }
    return matcher.appendTail(filled).toString();
  }
}
