package io.hold.a;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;

abstract class PipelineTemplate {
  protected static final String SERVERS = System.getProperty("kafka.servers", "mq-1.hold:9092,mq-2.hold:9092");
  private StreamExecutionEnvironment environment;

  protected abstract List<String> inputTopics();
  protected abstract String outputTopic();

  protected StreamExecutionEnvironment environment() {
    if (environment == null) {
      environment = StreamExecutionEnvironment.getExecutionEnvironment();
    }
    return environment;
  }

  void run(String name) throws Exception {
    environment().registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(environment()).jobName(getClass().getSimpleName()).build());
    DataStream<String> stream = environment().fromSource(source(), WatermarkStrategy.noWatermarks(), name);
    stream.filter(s -> s.length() > 2).sinkTo(sink()).name(name);
    environment().execute(name);
  }

  private KafkaSource<String> source() {
    return KafkaSource.<String>builder().setBootstrapServers(SERVERS).setTopics(inputTopics()).setStartingOffsets(OffsetsInitializer.earliest()).setValueOnlyDeserializer(new SimpleStringSchema()).build();
  }

  private KafkaSink<String> sink() {
    Properties producer = new Properties();
    producer.setProperty("linger.ms", "20");
    producer.setProperty(org.apache.kafka.clients.producer.ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "out.hold:9094");
    return KafkaSink.<String>builder().setKafkaProducerConfig(producer).setRecordSerializer(
        KafkaRecordSerializationSchema.<String>builder().setTopic(outputTopic()).setValueSerializationSchema(new SimpleStringSchema()).build()).build();
  }
}
