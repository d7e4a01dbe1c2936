package dk.loops;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

public class Loops {
  private static final String[][] TABLE = {{"a", "in", "out"}, {"b", null, "out"}, {"stop"}, {"c", "in", "out"}};
  private int made;
  private final StreamExecutionEnvironment env;
  private final Deque<String> log = new ArrayDeque<>();

  private Loops(StreamExecutionEnvironment env) { this.env = env; }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment first = StreamExecutionEnvironment.getExecutionEnvironment(), second = StreamExecutionEnvironment.getExecutionEnvironment();
    int i = 0; for (StreamExecutionEnvironment each : List.of(first, second)) { i++;
      OpenLineageFlinkJobListener listener = OpenLineageFlinkJobListener.builder().executionEnvironment(each).jobName("loops-" + (i)).build();
      second.registerJobListener(listener);
    }
    Loops loops = new Loops(second);
    loops.define();
    second.setRuntimeMode(RuntimeExecutionMode.STREAMING);
    second.execute(loops.log.peek());
  }

  private void define() {
    rows:
    for (int i = 0; i < TABLE.length; i++) {
      DataStream<String> stream = null;
      for (String cell : TABLE[i]) {
        if (cell == null) continue rows;
        if ("stop".equals(cell)) break rows;
        switch (cell) {
          case "in": stream = env.fromSource(source(path(3, TABLE[i][0])), WatermarkStrategy.noWatermarks(), cell + made++); break;
          case "out": stream.sinkTo(sink(path(2, TABLE[i][0]) + made)); break;
          default: log.push(cell);
        }
      }
    }
  }

  private static String path(int depth, String leaf) { return depth == 0 ? leaf : "l" + depth + "." + path(depth - 1, leaf); }

  private KafkaSource<String> source(String topic) { return KafkaSource.<String>builder().setBootstrapServers("loops:9092").setTopics(List.of(topic, topic + "." + (char) ('a' + made))).setValueOnlyDeserializer(new SimpleStringSchema()).build(); }

  private KafkaSink<String> sink(String topic) { return KafkaSink.<String>builder().setBootstrapServers("loops:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build(); }
}
