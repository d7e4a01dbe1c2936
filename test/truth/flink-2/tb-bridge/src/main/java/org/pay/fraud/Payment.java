package org.pay.fraud;

import java.math.BigDecimal;

public class Payment {
  public String card;
  public BigDecimal amount;
  public String merchant;
  public long at;

  public Payment() {}

  public Payment(String card, BigDecimal amount, String merchant, long at) {
    this.card = card;
    this.amount = amount;
    this.merchant = merchant;
    this.at = at;
  }
}
