package pt.look;

import com.datastax.driver.core.Cluster;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.*;
import org.apache.flink.api.common.typeinfo.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.api.java.typeutils.RowTypeInfo;
import org.apache.flink.batch.connectors.cassandra.*;
import org.apache.flink.connector.jdbc.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;
import org.apache.flink.streaming.connectors.cassandra.*;
import org.apache.flink.types.Row;

public class Lookups {
  private static final List<String> COLUMNS = List.of("id", "name");

  static class Contact extends ClusterBuilder {
    private final String host; private final int port;
    Contact(String host, int port) { this.host = host; this.port = port; }
    @Override protected Cluster buildCluster(Cluster.Builder builder) { return builder.addContactPoint(host).withPort(port).build(); }
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("lookups").build());
    String query = String.format("SELECT %s FROM %s.%s;", String.join(", ", COLUMNS), "shop", "customers".toUpperCase());
    DataStream<Tuple2<String, String>> customers = env.createInput(new CassandraInputFormat<Tuple2<String, String>>(query, new Contact("127.0.0.1", 9043)), TypeInformation.of(new TypeHint<Tuple2<String, String>>() {}));
    DataStream<Row> rows = env.createInput(JdbcInputFormat.buildJdbcInputFormat().setDrivername("org.postgresql.Driver").setDBUrl("jdbc:postgresql://look:5433/crm?ssl=true")
        .setQuery(new StringBuilder("SELECT ").append(String.join(",", COLUMNS)).append(" FROM sales.accounts WHERE active").toString())
        .setRowTypeInfo(new RowTypeInfo(Types.STRING, Types.STRING)).finish());
    DataStream<Tuple2<String, String>> accounts = rows.map(it -> Tuple2.of("" + it.getField(0), "" + it.getField(1))).returns(Types.TUPLE(Types.STRING, Types.STRING));
    CassandraSink.addSink(customers.union(accounts)).setQuery("INSERT INTO shop.merged (" + String.join(",", COLUMNS) + ") values (" + "?,".repeat(COLUMNS.size() - 1) + "?);")
        .setClusterBuilder(new Contact("127.0.0.1", 9044)).build().name("merged");
    env.execute("lookups");
  }
}
