package pipe;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;

public interface Step {
  Table apply(TableEnvironment env, Table input);

  default String name() {
    return getClass().getSimpleName().toLowerCase();
  }
}
