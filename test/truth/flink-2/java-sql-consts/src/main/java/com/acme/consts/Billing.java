package com.acme.consts;
import static com.acme.consts.Settings.servers;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class Billing {
  private final StreamTableEnvironment tableEnv;

  public Billing(StreamTableEnvironment tableEnv) { this.tableEnv = tableEnv; }

  private void register() {
    final String[][] tables = {{Tables.BILLS, "billing.bills"}, {Tables.CLIENTS, "billing.clients"}, {Tables.NAMED, "billing.named"}};
    for (String[] table : tables) {
      tableEnv.executeSql(String.format(table[0], table[1], servers()));
    }
  }

  private Table joined() {
    Table big = tableEnv.sqlQuery("SELECT id, amount, ts FROM bills WHERE amount > 10");
    tableEnv.createTemporaryView("big", big);
    return tableEnv.sqlQuery("SELECT c.name, b.amount FROM big b " + "JOIN clients c ON b.id = c.id " + "AND b.ts BETWEEN c.ts - INTERVAL '1' HOUR AND c.ts");
  }

  public static void main(String[] args) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    Billing job = new Billing(StreamTableEnvironment.create(env));
    job.register();
    job.joined().executeInsert("named");
  }
}
