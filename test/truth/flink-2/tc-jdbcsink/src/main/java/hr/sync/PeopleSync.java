package hr.sync;

import java.util.Properties;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class PeopleSync {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    StreamTableEnvironment tableEnv = StreamTableEnvironment.create(env);
    Properties props = new Properties();
    props.load(PeopleSync.class.getResourceAsStream("/sync.properties"));
    for (String key : new String[] {"people", "teams"}) {
      tableEnv.executeSql(props.getProperty("ddl." + key).replace("@brokers@", props.getProperty("brokers", "none:1")));
    }
    Table joined = tableEnv.sqlQuery(props.getProperty("query"));
    DataStream<Person> people = tableEnv.toDataStream(joined, Person.class);
    people.filter(it -> it.id > 0).sinkTo(sink(props)).name("people table");
    env.execute(props.getProperty("name"));
  }

  private static JdbcSink<Person> sink(Properties props) {
    return JdbcSink.<Person>builder()
        .withExecutionOptions(JdbcExecutionOptions.builder().withBatchSize(100).build())
        .withQueryStatement("INSERT INTO hr.people (id, name, team) VALUES (?, ?, ?)", (statement, it) -> {
          statement.setLong(1, it.id);
          statement.setString(2, it.name);
          statement.setString(3, it.team);
        })
        .buildAtLeastOnce(new JdbcConnectionOptions.JdbcConnectionOptionsBuilder().withUrl(props.getProperty("url")).withDriverName("org.postgresql.Driver").build());
  }

  public static class Person {
    public long id;
    public String name;
    public String team;
  }
}
