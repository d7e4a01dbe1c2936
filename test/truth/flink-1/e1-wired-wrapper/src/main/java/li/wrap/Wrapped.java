package li.wrap;

import java.util.*;
import org.apache.flink.api.common.eventtime.*;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.api.java.utils.*;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;

public class Wrapped {
  public static void main(String[] args) throws Exception {
    final ParameterTool tool = ParameterTool.fromArgs(args);
    Map<String, String> topics = parse(tool.get("topics"));
    try (Session spare = Session.open(tool, "spare"); Session session = Session.open(tool, Wrapped.class.getName())) {
      DataStream<String> in = null;
      Iterator<Map.Entry<String, String>> entries = topics.entrySet().iterator();
      do {
        Map.Entry<String, String> entry = entries.next();
        DataStream<String> next = session.env().fromSource(KafkaSource.<String>builder().setBootstrapServers(Session.SERVERS[0]).setTopics(entry.getValue()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), entry.getKey());
        in = in == null ? next : in.union(next);
      } while (entries.hasNext());
      in.keyBy(String::hashCode).reduce((a, b) -> b).sinkTo(KafkaSink.<String>builder().setBootstrapServers(Session.SERVERS[Session.SERVERS.length - 1])
          .setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topics.keySet().stream().reduce("", String::concat)).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
      spare.env().fromElements(1, 2).print();
      session.run();
    }
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> result = new TreeMap<>(Comparator.reverseOrder());
    for (String pair : text.split(",")) {
      int at = pair.indexOf('=');
      if (at < 0) {
        result.merge(pair, pair.toUpperCase(Locale.ROOT), (x, y) -> x + y);
        continue;
      }
      result.put(pair.substring(0, at), pair.substring(at + 1));
    }
    return result;
  }
}
