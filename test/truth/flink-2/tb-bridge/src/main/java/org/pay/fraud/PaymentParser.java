package org.pay.fraud;

import java.math.BigDecimal;
import org.apache.flink.api.common.functions.MapFunction;

class PaymentParser implements MapFunction<String, Payment> {
  @Override
  public Payment map(String line) {
    String[] parts = line.split(";");
    return new Payment(parts[0], new BigDecimal(parts[1]), parts[2], Long.parseLong(parts[3]));
  }
}
