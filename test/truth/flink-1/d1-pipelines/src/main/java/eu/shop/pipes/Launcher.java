package eu.shop.pipes;

import java.util.*;
import java.util.stream.Collectors;
import org.apache.flink.api.java.utils.ParameterTool;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Launcher {
  private static final List<Pipeline> ALL = List.of(new OrdersPipeline(), new ReturnsPipeline(), new StockPipeline("stock"), new StockPipeline("stock-audit"));

  public static void main(String[] args) throws Exception {
    Set<String> wanted = Arrays.stream(ParameterTool.fromArgs(args).get("pipelines").split(",")).collect(Collectors.toSet());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    List<Pipeline> chosen = ALL.stream().filter(it -> wanted.contains(it.name())).collect(Collectors.toList());
    Pipeline whole = new Traced(chosen);
    whole.attach(env);
    env.execute(whole.name());
  }
}
