-- Sources
CREATE TABLE orders (
  order_id   BIGINT,
  customer   BIGINT,
  lines ARRAY<ROW<sku STRING, qty INT, price DECIMAL(10, 2)>>,
  created_at TIMESTAMP(3),
  proc AS PROCTIME(),
  WATERMARK FOR created_at AS created_at - INTERVAL '30' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = '${topic.orders}',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = '${kafka.group}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);

CREATE TABLE customers (
  id BIGINT,
  segment STRING,
  country CHAR(2),
  PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${db.url}',
  'table-name' = 'customers',
  'lookup.cache' = 'PARTIAL',
  'lookup.partial-cache.max-rows' = '5000',
  'lookup.partial-cache.expire-after-write' = '10 min'
);

-- Sinks
CREATE TABLE enriched (
  order_id BIGINT, sku STRING, qty INT, total DECIMAL(12, 2), segment STRING, country CHAR(2), created_at TIMESTAMP(3)
) WITH (
  'connector' = 'kafka', 'topic' = '${topic.enriched}', 'properties.bootstrap.servers' = '${kafka.brokers}', 'format' = 'json'
);

CREATE TABLE revenue (
  country CHAR(2), hour_start TIMESTAMP(3), revenue DECIMAL(38, 2), PRIMARY KEY (country, hour_start) NOT ENFORCED
) WITH (
  'connector' = 'jdbc', 'url' = '${db.url}', 'table-name' = 'reporting.revenue'
);

CREATE TEMPORARY VIEW order_lines AS
SELECT o.order_id, o.customer, l.sku, l.qty, CAST(l.qty * l.price AS DECIMAL(12, 2)) AS total, o.created_at, o.proc
FROM orders AS o CROSS JOIN UNNEST(o.lines) AS l (sku, qty, price);

INSERT INTO enriched
SELECT l.order_id, l.sku, l.qty, l.total, c.segment, c.country, l.created_at
FROM order_lines AS l
LEFT JOIN customers FOR SYSTEM_TIME AS OF l.proc AS c ON l.customer = c.id;

INSERT INTO revenue
SELECT c.country, window_start, SUM(total)
FROM TABLE(TUMBLE(TABLE order_lines, DESCRIPTOR(created_at), INTERVAL '1' HOUR)) AS w
JOIN customers FOR SYSTEM_TIME AS OF w.proc AS c ON w.customer = c.id
GROUP BY c.country, window_start, window_end;
