package hk.routes;

import com.typesafe.config.*;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;
import org.apache.flink.streaming.connectors.rabbitmq.*;
import org.apache.flink.streaming.connectors.rabbitmq.common.*;

public class RoutesJob {
  enum Kind {
    KAFKA {
      @Override DataStream<String> read(StreamExecutionEnvironment env, Config at) {
        return env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers(at)).setTopics(at.getString("name")).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), at.getString("name"));
      }
      @Override void write(DataStream<String> stream, Config at) {
        stream.sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers(at)).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(at.getString("name")).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
      }
    },
    RABBIT {
      @Override DataStream<String> read(StreamExecutionEnvironment env, Config at) {
        RMQConnectionConfig connection = new RMQConnectionConfig.Builder().setHost("rabbit").setVirtualHost("/").setUserName("guest").setPassword("guest").setPort(5672).build();
        return env.addSource(new RMQSource<>(connection, at.getString("name"), new SimpleStringSchema()));
      }
    },
    PRINT {
      @Override void write(DataStream<String> stream, Config at) { stream.print(); }
    };

    private static String servers(Config at) { return at.withFallback(CONFIG.getConfig("defaults")).getString("servers"); }
    DataStream<String> read(StreamExecutionEnvironment env, Config at) { throw new UnsupportedOperationException(name()); }
    void write(DataStream<String> stream, Config at) { throw new UnsupportedOperationException(name()); }
    static Kind of(Config at) { return valueOf(at.getString("kind").toUpperCase(Locale.ROOT)); }
  }

  private static final Config CONFIG = ConfigFactory.load();

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Config lineage = CONFIG.getConfig("lineage");
    if (lineage.getBoolean("enabled")) {
      env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName(lineage.getString("name")).jobNamespace(lineage.hasPath("namespace") ? lineage.getString("namespace") : "routes").build());
    }
    for (Config route : CONFIG.getConfigList("routes")) {
      Config from = route.getConfig("from");
      DataStream<String> stream = Kind.of(from).read(env, from);
      route.getConfigList("to").forEach(to -> Kind.of(to).write(stream, to));
    }
    env.execute();
  }
}
