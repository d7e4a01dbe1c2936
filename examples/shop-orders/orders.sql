-- Orders of the web shop, enriched with their customers, for the warehouse and for whoever listens.

CREATE TABLE orders (
  order_id    STRING COMMENT 'Number on the invoice',
  customer_id BIGINT,
  amount      DECIMAL(10, 2),
  ordered_at  TIMESTAMP(3),
  WATERMARK FOR ordered_at AS ordered_at - INTERVAL '5' SECOND
) COMMENT 'Orders as the shop takes them' WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders',
  'properties.bootstrap.servers' = 'kafka-1.shop.internal:9092,kafka-2.shop.internal:9092',
  'properties.group.id' = 'order-enrichment',
  'scan.startup.mode' = 'group-offsets',
  'format' = 'json'
);

CREATE TABLE customers (
  customer_id BIGINT,
  name        STRING,
  country     STRING,
  changed_at  TIMESTAMP(3),
  PRIMARY KEY (customer_id) NOT ENFORCED,
  WATERMARK FOR changed_at AS changed_at
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'shop.customers',
  'properties.bootstrap.servers' = 'kafka-1.shop.internal:9092,kafka-2.shop.internal:9092',
  'key.format' = 'json',
  'value.format' = 'json'
);

CREATE TABLE enriched_orders (
  order_id STRING,
  name     STRING,
  country  STRING,
  amount   DECIMAL(10, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders.enriched',
  'properties.bootstrap.servers' = 'kafka-1.shop.internal:9092,kafka-2.shop.internal:9092',
  'format' = 'json'
);

CREATE TABLE revenue (
  country STRING,
  amount  DECIMAL(38, 2),
  PRIMARY KEY (country) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://warehouse.shop.internal/sales',
  'table-name' = 'public.revenue',
  'username' = 'flink',
  'password' = 'not shown anywhere'
);

CREATE TEMPORARY VIEW orders_of_customers AS
SELECT o.order_id, c.name, c.country, o.amount
FROM orders AS o
LEFT JOIN customers FOR SYSTEM_TIME AS OF o.ordered_at AS c
  ON o.customer_id = c.customer_id;

EXECUTE STATEMENT SET
BEGIN
  INSERT INTO enriched_orders SELECT order_id, name, country, amount FROM orders_of_customers;
  INSERT INTO revenue SELECT country, SUM(amount) FROM orders_of_customers WHERE country IS NOT NULL GROUP BY country;
END;
