package org.poly;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Main {
  public static void main(String[] args) throws Exception {
    Config config = new ObjectMapper(new YAMLFactory()).readValue(Main.class.getResource("/sinks.yaml"), Config.class);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("poly").jobName("poly").build());
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("poly:9092").setTopics(config.getIn()).setGroupId("poly").setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    for (Target target : config.getSinks()) {
      target.attach(in);
    }
    env.execute("poly");
  }
}
