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

public class RefundJob extends PipelineTemplate {
  enum Feed {
    RETAIL("retail"), WHOLESALE("wholesale") { @Override String topic() { return "b2b." + super.topic(); } };
    private final String base;
    Feed(String base) { this.base = base; }
    String topic() { return "refunds." + base; }
  }

  public static void main(String[] args) throws Exception { new RefundJob().run("refunds"); }

  @Override protected List<String> inputTopics() {
    List<String> names = new ArrayList<>();
    for (Feed feed : Feed.values()) { names.add(feed.topic()); }
    return names;
  }

  @Override protected String outputTopic() { return String.join("-", "refunds", "checked", "v" + 2); }
}
