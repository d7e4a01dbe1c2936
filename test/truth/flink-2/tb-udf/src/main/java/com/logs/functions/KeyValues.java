package com.logs.functions;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

@FunctionHint(output = @DataTypeHint("ROW<key STRING, val STRING>"))
public class KeyValues extends TableFunction<Row> {
  public void eval(String line) {
    for (String pair : line.split(" ")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        collect(Row.of(pair.substring(0, at), pair.substring(at + 1)));
      }
    }
  }
}
