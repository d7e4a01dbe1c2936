package org.plug;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.io.InputStream;
import java.util.Properties;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Main {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("plugins.properties")) {
      properties.load(in);
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("plug").jobName("plugged").build());
    In in = Plugin.load("source", properties);
    Out out = Plugin.load("sink", properties);
    out.write(in.read(env));
    env.execute("plugged");
  }
}
