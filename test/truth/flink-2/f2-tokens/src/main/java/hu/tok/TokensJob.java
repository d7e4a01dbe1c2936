package hu.tok;

import java.util.*;
import java.util.stream.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

public class TokensJob {
  enum Type { NAME, OPEN, CLOSE, END }
  record Token(Type type, String text) { static final Token END = new Token(Type.END, ""); }
  record Node(String name, List<Node> children) {
    String path(String prefix) { return prefix.isEmpty() ? name : prefix + "." + name; }
    Stream<String> leaves(String prefix) { return children.isEmpty() ? Stream.of(path(prefix)) : children.stream().flatMap(it -> it.leaves(path(prefix))); }
  }

  static final class Scanner {
    private final String text; private int at;
    Scanner(String text) { this.text = text; }
    Token next() {
      while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) at++;
      if (at == text.length()) return Token.END;
      char first = text.charAt(at);
      switch (first) {
        case '(': at++; return new Token(Type.OPEN, "(");
        case ')': at++; return new Token(Type.CLOSE, ")");
        default:
          int start = at;
          while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) at++;
          return new Token(Type.NAME, text.substring(start, at));
      }
    }
  }

  static final class Parser {
    private final Deque<Token> tokens = new ArrayDeque<>();
    Parser(String text) { Scanner scanner = new Scanner(text); for (Token it = scanner.next(); it.type() != Type.END; it = scanner.next()) tokens.add(it); }
    List<Node> nodes() {
      List<Node> result = new ArrayList<>();
      while (!tokens.isEmpty() && tokens.peek().type() == Type.NAME) {
        String name = tokens.poll().text();
        List<Node> children = List.of();
        if (!tokens.isEmpty() && tokens.peekFirst().type() == Type.OPEN) {
          tokens.pollFirst();
          children = nodes();
          if (tokens.removeFirst().type() != Type.CLOSE) throw new IllegalStateException(") expected");
        }
        result.add(new Node(name, children));
      }
      return result;
    }
  }

  public static void main(String[] args) throws Exception {
    List<String> topics = new Parser("shop(orders, returns(eu us)) audit").nodes().stream().flatMap(it -> it.leaves("")).toList();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers("tok:" + Integer.parseInt("2384", 16)).setTopics(topics).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), "in");
    in.sinkTo(KafkaSink.<String>builder().setBootstrapServers("tok:9092").setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topics.get(topics.size() - 1) + "-" + Integer.toHexString(topics.size() * 10)).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    env.execute(String.join(" ", topics));
  }
}
