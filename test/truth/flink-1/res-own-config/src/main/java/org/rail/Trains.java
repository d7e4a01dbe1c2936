package org.rail;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.util.*;
import org.apache.flink.connector.jdbc.*;
import org.rail.Conf.Key;

public class Trains {
  public static void main(String[] args) throws Exception {
    Conf conf = Conf.get();
    ResourceBundle names = ResourceBundle.getBundle("names", Locale.ROOT);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace(conf.get(Key.NAMESPACE)).jobName(names.getString("job") + conf.getInt(Key.LIMIT)).build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setProperties(conf.below("kafka.")).setTopics(conf.get(Key.IN))
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "trains");
    in.sinkTo(KafkaSink.<String>builder().setKafkaProducerConfig(conf.below("kafka.")).setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
        .setTopic(conf.get(Key.OUT)).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    in.addSink(JdbcSink.sink("INSERT INTO " + conf.get(Key.TABLE) + " (id) VALUES (?)", (statement, it) -> statement.setString(1, it),
        new JdbcConnectionOptions.JdbcConnectionOptionsBuilder().withUrl(conf.get(Key.URL)).withDriverName("org.postgresql.Driver").build()));
    env.execute("late");
  }
}
