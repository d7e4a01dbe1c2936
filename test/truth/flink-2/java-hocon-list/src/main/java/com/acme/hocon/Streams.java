package com.acme.hocon;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Streams {
  private static <T> T or(Config config, String path, T otherwise) {
    @SuppressWarnings("unchecked")
    T value = config.hasPath(path) ? (T) config.getAnyRef(path) : otherwise;
    return value;
  }

  public static void main(String[] args) throws Exception {
    Config root = ConfigFactory.parseString("defaults.group = hocon-readers").withFallback(ConfigFactory.parseResources("jobs.conf")).resolve();
    Config defaults = root.getConfig("defaults");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    for (Config stream : root.getConfigList("streams")) {
      if (!or(stream, "enabled", true)) {
        continue;
      }
      Config config = stream.withFallback(defaults);
      DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(config.getString("servers")).setGroupId(config.getString("group"))
          .setTopics(config.getString("from")).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), config.getString("from"));
      List<String> targets = config.getStringList("to");
      targets.forEach(it -> in.sinkTo(KafkaSink.<String>builder().setBootstrapServers(config.getString("servers"))
          .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic(it).setValueSerializationSchema(new SimpleStringSchema()).build()).build()));
    }
    env.execute("hocon-" + root.getConfigList("streams").size());
  }
}
