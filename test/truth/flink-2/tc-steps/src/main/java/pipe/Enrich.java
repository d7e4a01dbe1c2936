package pipe;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;

public class Enrich implements Step {
  @Override
  public Table apply(TableEnvironment env, Table input) {
    return env.sqlQuery("SELECT e.uid, e.url, e.ms, c.category FROM " + input + " AS e LEFT JOIN categories FOR SYSTEM_TIME AS OF e.rt AS c ON e.url = c.url");
  }
}
