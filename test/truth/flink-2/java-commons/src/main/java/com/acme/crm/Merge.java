package com.acme.crm;
import java.util.*;
import org.apache.commons.configuration2.*;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Merge {
  public static void main(String[] args) throws Exception {
    Configuration config = new FileBasedConfigurationBuilder<>(PropertiesConfiguration.class)
        .configure(new Parameters().properties().setFileName("job.properties").setThrowExceptionOnMissing(true).setListDelimiterHandler(new DefaultListDelimiterHandler(',')))
        .getConfiguration();
    Configuration source = config.subset("source");
    Properties producer = ConfigurationConverter.getProperties(config.subset("sink.producer"));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers(config.getString("brokers"))
            .setTopics(source.getStringArray("topics")).setGroupId(source.getString("group.id")).setValueOnlyDeserializer(new SimpleStringSchema()).build(),
        WatermarkStrategy.noWatermarks(), "cdc")
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers(config.getString("brokers")).setKafkaProducerConfig(producer)
            .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(config.getString("sink.topic")).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute(config.getString("app") + "-merge");
  }
}
