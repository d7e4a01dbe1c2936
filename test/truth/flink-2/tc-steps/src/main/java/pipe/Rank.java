package pipe;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;

public class Rank implements Step {
  private final int top;

  public Rank(int top) {
    this.top = top;
  }

  @Override
  public Table apply(TableEnvironment env, Table input) {
    return env.sqlQuery("""
        SELECT category, url, total FROM (
          SELECT category, url, total, ROW_NUMBER() OVER (PARTITION BY category ORDER BY total DESC) AS place
          FROM (SELECT category, url, SUM(ms) AS total FROM after_enrich GROUP BY category, url)
        ) WHERE place <= %d
        """.formatted(top));
  }
}
