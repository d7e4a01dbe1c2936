package biz.kpi;

import static org.apache.flink.table.api.Expressions.*;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.*;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

public class Sessions {
  public static class Last extends AggregateFunction<String, Row> {
    @Override public Row createAccumulator() { return Row.withPositions(1); }
    @Override public String getValue(Row acc) { return (String) acc.getField(0); }
    public void accumulate(@org.apache.flink.table.annotation.DataTypeHint("ROW<v STRING>") Row acc, String v) { acc.setField(0, v); }
  }

  abstract static class Base<I, O> extends AggregateFunction<O, Base.Count> {
    public static class Count { public long n; }
    @Override public Count createAccumulator() { return new Count(); }
    public void merge(Count acc, Iterable<Count> all) { all.forEach(it -> acc.n += it.n); }
  }

  public static class Big extends Base<Integer, Long> {
    @Override public Long getValue(Count acc) { return acc.n; }
    public void accumulate(Count acc, Integer v) { if (v != null && v > 100) { acc.n++; } }
  }

  public static void main(String[] args) throws Exception {
    StreamTableEnvironment t = StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());
    t.createTemporarySystemFunction("big", new Big());
    t.executeSql("CREATE TABLE taps (card STRING, cents INT, stop STRING, tap_ms BIGINT, tap AS TO_TIMESTAMP_LTZ(tap_ms, 3), WATERMARK FOR tap AS tap - INTERVAL '10' SECOND) WITH ('connector'='kafka','topic'='taps','properties.bootstrap.servers'='tap:9092','scan.startup.mode'='earliest-offset','value.format'='json')");
    Table rides = t.from("taps")
        .window(Session.withGap(lit(45).minutes()).on($("tap")).as("ride"))
        .groupBy($("card"), $("ride"))
        .select($("card"), $("ride").start().as("began"), $("ride").rowtime().as("ended"), $("cents").sum().as("cents"), call("big", $("cents")).as("bigs"), $("stop").min().as("lowest"));
    Table daily = rides.window(Tumble.over(lit(1).day()).on($("ended")).as("day")).groupBy($("day")).select($("day").start().cast(DataTypes.DATE()).as("day"), $("cents").sum().as("cents"), $("bigs").max());
    daily.executeInsert(TableDescriptor.forConnector("kafka").option("topic", "rides.daily").option("properties.bootstrap.servers", "tap:9092").format("json").build());
  }
}
