package com.logs.functions;

import org.apache.flink.table.functions.ScalarFunction;

public class Mask extends ScalarFunction {
  private final char by;

  public Mask(char by) {
    this.by = by;
  }

  public String eval(String text) {
    return text == null ? null : text.replaceAll("[0-9]", String.valueOf(by));
  }
}
