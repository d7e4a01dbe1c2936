package cdc;

import java.util.Arrays;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;

public class Merge {
  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    var tables = StreamTableEnvironment.create(env);
    KafkaSource<String> changes = KafkaSource.<String>builder().setBootstrapServers("cdc-1:9092,cdc-2:9092").setTopics(Arrays.asList("db.customers", "db.addresses")).setGroupId("merge").setValueOnlyDeserializer(new SimpleStringSchema()).build();
    SingleOutputStreamOperator<Row> rows = env.fromSource(changes, WatermarkStrategy.noWatermarks(), "changes")
        .map(line -> Row.ofKind(line.startsWith("-") ? RowKind.DELETE : RowKind.UPDATE_AFTER, line.substring(1, 9), line.substring(9)))
        .returns(Types.ROW_NAMED(new String[] {"id", "doc"}, Types.STRING, Types.STRING));
    Schema schema = Schema.newBuilder().column("id", DataTypes.STRING().notNull()).column("doc", DataTypes.STRING()).primaryKey("id").build();
    Table customers = tables.fromChangelogStream(rows, schema, ChangelogMode.upsert());
    tables.createTemporaryView("customers", customers);
    tables.executeSql("CREATE TABLE es_like (id STRING, doc STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'customers.compacted', 'properties.bootstrap.servers' = 'cdc-1:9092', 'key.format' = 'raw', 'value.format' = 'raw', 'value.fields-include' = 'EXCEPT_KEY')");
    tables.executeSql("CREATE TABLE counts (first_letter STRING, n BIGINT, PRIMARY KEY (first_letter) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://cdc-db/stats', 'table-name' = 'letters')");
    StreamStatementSet set = tables.createStatementSet();
    set.addInsert("es_like", tables.from("customers"));
    set.addInsertSql("INSERT INTO counts SELECT SUBSTRING(id, 1, 1), COUNT(*) FROM customers GROUP BY SUBSTRING(id, 1, 1)");
    set.attachAsDataStream();
    env.execute();
  }
}
