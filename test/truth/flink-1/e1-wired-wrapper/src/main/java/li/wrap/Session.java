package li.wrap;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.java.utils.*;
import org.apache.flink.streaming.api.environment.*;

final class Session implements AutoCloseable {
  static final String[] SERVERS = "w1:9092 w2:9092".split(" ");
  private final StreamExecutionEnvironment env;
  private final String name;

  private Session(StreamExecutionEnvironment env, String name) {
    this.env = env;
    this.name = name;
  }

  static Session open(ParameterTool tool, String name) {
    Session session = new Session(StreamExecutionEnvironment.getExecutionEnvironment(), name.substring(name.lastIndexOf('.') + 1));
    switch (tool.get("lineage", "off").toLowerCase()) {
      case "on":
      case "true":
        session.listen();
        break;
      default:
    }
    return session;
  }

  StreamExecutionEnvironment env() { return env; }
  private void listen() {
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName(name).jobNamespace("wrap").build());
  }
  void run() throws Exception { env.executeAsync(name); }
  @Override public void close() { System.out.println("closed " + name); }
}
