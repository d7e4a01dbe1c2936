package biz.kpi;

import static org.apache.flink.table.api.Expressions.*;

import org.apache.flink.table.api.*;

public class KpiJob {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql(Sources.kafka("sales", "shop STRING, price DOUBLE, qty INT, sold_at TIMESTAMP(3), WATERMARK FOR sold_at AS sold_at - INTERVAL '1' MINUTE"));
    t.executeSql(Sources.kafka("kpi", "shop STRING, since TIMESTAMP(3), mean DOUBLE"));
    t.createTemporarySystemFunction("weighted", WeightedMean.class);
    t.from("sales")
        .window(Slide.over(lit(1).hours()).every(lit(15).minutes()).on($("sold_at")).as("hour"))
        .groupBy($("hour"), $("shop"))
        .select($("shop"), $("hour").start(), call("weighted", $("price"), $("qty")))
        .executeInsert("kpi");
  }
}
