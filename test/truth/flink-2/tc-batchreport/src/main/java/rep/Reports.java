package rep;

import static org.apache.flink.table.api.Expressions.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class Reports {
  public static void main(String[] args) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    StreamTableEnvironment t = StreamTableEnvironment.create(env);
    for (String ddl : statements("/rep/tables.sql")) {
      t.executeSql(ddl);
    }
    Table invoices = t.from("invoices");
    Table credits = t.from("credits");
    Table net = invoices.select($("customer"), $("amount"))
        .unionAll(credits.select($("customer"), $("amount").times(lit(-1)).cast(DataTypes.DECIMAL(12, 2)).as("amount")))
        .groupBy($("customer"))
        .select($("customer"), $("amount").sum().as("net"), $("amount").count().as("n"));
    Table late = invoices.where($("paid").isNull().or($("paid").isGreater($("due")))).select($("customer")).distinct();
    Table top = net.join(late.as("late_customer"), $("customer").isEqual($("late_customer")))
        .orderBy($("net").desc())
        .limit(100)
        .select($("customer"), $("net"), $("n").cast(DataTypes.INT()).as("n"), dateFormat(currentTimestamp(), "yyyy-MM-dd").as("day_of"));
    top.insertInto("late_payers", true).execute();
  }

  private static List<String> statements(String resource) {
    List<String> all = new ArrayList<>();
    try (Scanner scanner = new Scanner(Reports.class.getResourceAsStream(resource), StandardCharsets.UTF_8).useDelimiter(";\\s*")) {
      while (scanner.hasNext()) {
        all.add(scanner.next());
      }
    }
    return all;
  }
}
