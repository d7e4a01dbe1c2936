package com.acme;
import java.io.*;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

public class Copy {
  static Properties withPrefix(ParameterTool parameters, String prefix) {
    Properties result = new Properties();
    parameters.toMap().entrySet().stream().filter(it -> it.getKey().startsWith(prefix))
        .forEach(it -> result.put(it.getKey().substring(prefix.length()), it.getValue()));
    return result;
  }

  public static void main(String[] args) throws Exception {
    ParameterTool parameters;
    try (InputStream in = Copy.class.getResourceAsStream("/copy.properties")) {
      parameters = ParameterTool.fromPropertiesFile(in).mergeWith(ParameterTool.fromArgs(args));
    }
    Properties more = new Properties();
    more.loadFromXML(Thread.currentThread().getContextClassLoader().getResourceAsStream("more.xml"));
    String suffix = more.getProperty("suffix").replace(" & ", "-");

    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Properties kafka = withPrefix(parameters, "kafka.");
    KafkaSource<String> source = KafkaSource.<String>builder().setProperties(kafka).setTopics(parameters.getRequired("source.topic"))
        .setValueOnlyDeserializer(new SimpleStringSchema()).build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "source").sinkTo(KafkaSink.<String>builder()
        .setKafkaProducerConfig(kafka)
        .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(parameters.get("sink.topic", "none") + suffix).setValueSerializationSchema(new SimpleStringSchema()).build())
        .build());
    env.execute(more.getProperty("job"));
  }
}
