-- Orders of all shops, with what customers pay.
SET 'pipeline.name' = 'shop-report';

CREATE TABLE shop_orders (
  `order id` STRING NOT NULL COMMENT 'drawn by the shop',
  amount DECIMAL(10, 2),
  items ARRAY<ROW<sku STRING, pieces INT>>,
  placed TIMESTAMP_LTZ(3) METADATA FROM 'timestamp',
  cents AS CAST(amount * 100 AS BIGINT),
  PRIMARY KEY (`order id`) NOT ENFORCED,
  WATERMARK FOR placed AS placed - INTERVAL '5' SECOND
) COMMENT 'it''s all here' WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'shop-orders',
  'properties.bootstrap.servers' = 'broker-1:9092',
  'key.format' = 'json',
  'value.format' = 'json'
);

CREATE TEMPORARY TABLE events (user_id BIGINT, kind STRING) WITH (
  'connector' = 'kafka',
  'topic-pattern' = 'events-.*',
  'properties.bootstrap.servers' = 'broker-1:9092',
  'scan.startup.mode' = 'latest-offset',
  'format' = 'json'
);

CREATE TABLE report (kind STRING, total DECIMAL(20, 2)) WITH ('connector' = 'print');

EXECUTE STATEMENT SET BEGIN
  INSERT INTO report
  SELECT 'order', SUM(amount) FROM shop_orders /*+ OPTIONS('topic' = 'old-orders') */
  WHERE amount IS NOT NULL AND cents > 1.5e3 GROUP BY 1 = 1;
  INSERT INTO report SELECT kind, CAST(NULL AS DECIMAL(20, 2)) FROM events WHERE kind LIKE 'a%';
END;
