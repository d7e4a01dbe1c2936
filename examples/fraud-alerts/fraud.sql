CREATE TABLE payments (
  card    STRING,
  amount  DECIMAL(10, 2),
  paid_at TIMESTAMP(3),
  WATERMARK FOR paid_at AS paid_at - INTERVAL '1' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'fraud',
  'format' = 'json'
);

CREATE TABLE alerts (
  card          STRING,
  first_amount  DECIMAL(10, 2),
  second_amount DECIMAL(10, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'alerts',
  'properties.bootstrap.servers' = 'kafka:9092',
  'format' = 'json'
);

-- A small payment, then a large one: somebody tries a stolen card.
INSERT INTO alerts
SELECT card, first_amount, second_amount
FROM payments
MATCH_RECOGNIZE (
  PARTITION BY card
  ORDER BY paid_at
  MEASURES S.amount AS first_amount, L.amount AS second_amount
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (S L) WITHIN INTERVAL '1' MINUTE
  DEFINE
    S AS S.amount < 1,
    L AS L.amount > 500
);
