SET 'execution.runtime-mode' = 'batch';
CREATE TABLE sales (shop INT, sku CHAR(8), price DECIMAL(9, 3), qty SMALLINT, sold_on DATE) WITH ('connector' = 'kafka', 'topic' = 'sales', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset');
CREATE TABLE shop_totals COMMENT 'totals' WITH ('connector' = 'filesystem', 'path' = 'file:///tmp/lake/shop-totals', 'format' = 'json') AS
SELECT shop, SUM(price * qty) AS revenue, MAX(sold_on) AS last_day, COUNT(*) AS lines_sold, UPPER(sku) AS code, AVG(qty) AS mean_qty
FROM sales GROUP BY shop, UPPER(sku);
