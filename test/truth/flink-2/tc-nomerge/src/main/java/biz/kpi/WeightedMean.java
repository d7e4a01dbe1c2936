package biz.kpi;

import org.apache.flink.table.functions.AggregateFunction;

public class WeightedMean extends AggregateFunction<Double, WeightedMean.Sum> {
  public static class Sum {
    public double total;
    public int n;
  }

  @Override
  public Sum createAccumulator() {
    return new Sum();
  }

  @Override
  public Double getValue(Sum sum) {
    return sum.n == 0 ? null : sum.total / sum.n;
  }

  public void accumulate(Sum sum, Double price, Integer qty) {
    sum.total += price * qty;
    sum.n += qty;
  }
}
