-- The first order of each customer is only added; a bounded frame gives columns that may be NULL.
CREATE TABLE orders (customer STRING NOT NULL, amount BIGINT NOT NULL, small TINYINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'first.orders', 'properties.bootstrap.servers' = 'k1:9092', 'properties.group.id' = 'g', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE firsts WITH ('connector' = 'kafka', 'topic' = 'first.firsts', 'properties.bootstrap.servers' = 'k1:9092', 'format' = 'json') AS
SELECT f.customer, f.amount, IFNULL(f.amount, 1.5) AS wide FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount DESC, ts) AS rn FROM orders) AS f WHERE rn = 1;
