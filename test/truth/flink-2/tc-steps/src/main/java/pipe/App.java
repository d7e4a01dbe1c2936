package pipe;

import java.util.List;
import java.util.ServiceLoader;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;

public class App {
  private final TableEnvironment env = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  private final List<Step> steps = List.of(new Clean("in_events"), new Enrich(), new Rank(3));

  public static void main(String[] args) {
    new App().declare().run();
  }

  private App declare() {
    for (Topic topic : Topic.values()) {
      env.executeSql(topic.toDdl());
    }
    return this;
  }

  private void run() {
    Table current = null;
    for (Step step : steps) {
      current = step.apply(env, current);
      env.createTemporaryView("after_" + step.name(), current);
    }
    env.executeSql("INSERT INTO out_events SELECT * FROM after_rank").print();
  }
}
