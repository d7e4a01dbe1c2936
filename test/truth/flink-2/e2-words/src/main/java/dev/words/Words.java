package dev.words;

import java.text.MessageFormat;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.environment.*;

public class Words {
  private static final String FEEDS = """
      # name : partitions
      orders_v1 : 12
      returns   : 3
      -skipped  : 1

      audit_v22 : 1\
      """;
  private static final Pattern LINE = Pattern.compile("^(?<name>[a-z]+)(?:_v(\\d+))?\\s*:\\s*(\\d+)$");
  private static final int WIDE = 1 << 1, AUDITED = 1 << 2;

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SortedSet<String> topics = new TreeSet<>(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
    StringJoiner names = new StringJoiner("+", "<", ">").setEmptyValue("none");
    int flags = 0;
    for (String line : FEEDS.lines().map(String::strip).filter(it -> !it.isBlank() && it.charAt(0) != '#').collect(Collectors.toList())) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      String version = matcher.group(2);
      int partitions = Integer.parseInt(matcher.group(3));
      topics.add(MessageFormat.format("{0}.''{1}''", matcher.group("name"), version == null ? "latest" : Integer.valueOf(version)).replace("'", ""));
      flags |= partitions > 10 ? WIDE : matcher.group("name").startsWith("audit") ? AUDITED : 0;
      names.add(Character.toUpperCase(line.charAt(0)) + line.substring(1, 3));
    }
    String out = switch (flags & (WIDE | AUDITED)) {
      case WIDE -> "wide";
      case AUDITED -> "audited";
      case WIDE | AUDITED -> {
        char[] letters = {'w', 'a'};
        letters[1]++;
        yield new String(letters) + flags;
      }
      default -> throw new IllegalStateException();
    };
    env.fromSource(KafkaSource.<String>builder().setBootstrapServers("words:9092").setTopics(new ArrayList<>(topics)).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in")
        .sinkTo(KafkaSink.<String>builder().setBootstrapServers("words:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(out + "." + String.join("~", topics)).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute(names + "/" + names.length());
  }
}
