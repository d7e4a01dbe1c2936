package pipe;

import static org.apache.flink.table.api.Expressions.$;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;

public class Clean implements Step {
  private final String table;

  public Clean(String table) {
    this.table = table;
  }

  @Override
  public Table apply(TableEnvironment env, Table input) {
    return env.from(table).filter($("uid").isNotNull()).select($("uid"), $("url").trim().lowerCase().as("url"), $("ms"), $("rt"));
  }
}
