package org.pay.fraud;

interface Queries {
  String VELOCITY = """
      SELECT card, window_start, COUNT(*) AS cnt, SUM(amount) AS total
      FROM HOP(TABLE payments, DESCRIPTOR(rowtime), INTERVAL '1' MINUTE, INTERVAL '10' MINUTES)
      GROUP BY card, window_start, window_end
      HAVING COUNT(*) > 10
      """;
}
