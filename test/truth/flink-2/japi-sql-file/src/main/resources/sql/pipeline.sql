-- orders in, totals out
CREATE TABLE orders (
  id BIGINT COMMENT 'the key',
  shop STRING,
  cents INT
) COMMENT 'all orders' WITH (
  'connector' = 'kafka',
  'topic' = '${prefix}.orders',
  'properties.bootstrap.servers' = '${brokers}',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE totals (
  shop STRING,
  cents BIGINT,
  PRIMARY KEY (shop) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = '${prefix}.totals',
  'properties.bootstrap.servers' = '${brokers}',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO totals SELECT shop, SUM(cents) FROM orders GROUP BY shop;
