-- Orders with the rate of their day.
CREATE TABLE orders (
  id BIGINT,
  currency STRING,
  amount DECIMAL(10, 2),
  placed TIMESTAMP_LTZ(3),
  WATERMARK FOR placed AS placed - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'shop:9092',
  'properties.group.id' = 'rates', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE rates (currency STRING, rate DECIMAL(10, 4), PRIMARY KEY (currency) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'rates', 'properties.bootstrap.servers' = 'shop:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
CREATE TABLE converted (id BIGINT, euro DECIMAL(20, 6), PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'orders.euro', 'properties.bootstrap.servers' = 'shop:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
INSERT INTO converted SELECT o.id, o.amount * r.rate FROM orders AS o JOIN rates AS r ON o.currency = r.currency;
