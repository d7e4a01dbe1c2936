package com.logs.functions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.table.functions.AggregateFunction;

public class Percentile extends AggregateFunction<Double, Percentile.Acc> {
  public static class Acc {
    public List<Double> values = new ArrayList<>();
  }

  @Override
  public Acc createAccumulator() {
    return new Acc();
  }

  public void accumulate(Acc acc, Double value) {
    acc.values.add(value);
  }

  public void merge(Acc acc, Iterable<Acc> others) {
    others.forEach(it -> acc.values.addAll(it.values));
  }

  @Override
  public Double getValue(Acc acc) {
    Collections.sort(acc.values);
    return acc.values.isEmpty() ? null : acc.values.get((int) (acc.values.size() * 0.95));
  }
}
