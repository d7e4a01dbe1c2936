SET 'openlineage.transport.type' = 'htpp';
CREATE TABLE orders (
  order_id STRING,
  customer_id BIGINT,
  amount DECIMAL(10, 2),
  order_time TIMESTAMP(3),
  WATERMARK FOR order_time AS order_time - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'broker-1:9092,broker-2:9092',
  'properties.group.id' = 'orders-etl',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE big_orders (
  order_id STRING,
  amount DECIMAL(10, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'big-orders',
  'properties.bootstrap.servers' = 'broker-1:9092',
  'format' = 'json'
);

INSERT INTO big_orders
SELECT order_id, amount FROM orders WHERE amount > 1000;
