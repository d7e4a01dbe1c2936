package org.pay.fraud;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

public class FraudJob {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(2);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);

    KafkaSource<String> source = KafkaSource.<String>builder()
        .setBootstrapServers("pay-kafka:9092")
        .setTopics("payments")
        .setGroupId("fraud")
        .setStartingOffsets(OffsetsInitializer.latest())
        .setValueOnlyDeserializer(new SimpleStringSchema())
        .build();
    DataStream<Payment> payments = env.fromSource(source, WatermarkStrategy.noWatermarks(), "payments")
        .map(new PaymentParser())
        .assignTimestampsAndWatermarks(WatermarkStrategy.<Payment>forBoundedOutOfOrderness(Duration.ofSeconds(20)).withTimestampAssigner((it, ts) -> it.at));

    Schema schema = Schema.newBuilder()
        .column("card", DataTypes.STRING())
        .column("amount", "DECIMAL(12, 2)")
        .column("merchant", DataTypes.STRING())
        .columnByMetadata("rowtime", "TIMESTAMP_LTZ(3)")
        .watermark("rowtime", "SOURCE_WATERMARK()")
        .build();
    tables.createTemporaryView("payments", payments, schema);
    tables.executeSql(Ddl.blockedCards("jdbc:mysql://pay-db:3306/risk"));

    Table suspicious = tables.sqlQuery(Queries.VELOCITY);
    tables.createTemporaryView("suspicious", suspicious);
    Table alerts = tables.sqlQuery("SELECT s.card, s.cnt, s.total FROM suspicious s LEFT JOIN blocked_cards b ON s.card = b.card WHERE b.card IS NULL OR b.reason <> 'test'");

    tables.toChangelogStream(alerts)
        .filter(row -> row.getKind() == org.apache.flink.types.RowKind.INSERT)
        .map(row -> row.getField("card") + "," + row.getField("total"))
        .sinkTo(Sinks.alerts("pay-kafka:9092"))
        .name("alerts");
    env.execute("fraud velocity");
  }
}
