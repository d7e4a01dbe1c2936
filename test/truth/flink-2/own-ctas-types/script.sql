CREATE TABLE sales (id BIGINT NOT NULL, price DECIMAL(8, 2), qty INT NOT NULL, name VARCHAR(20), sold TIMESTAMP(3)) WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE derived COMMENT 'made by a query' WITH ('connector' = 'blackhole') AS
SELECT id, price * qty AS total, CAST(qty AS STRING) AS qty_text, COALESCE(name, 'none') AS shown, CASE WHEN qty > 1 THEN 'many' ELSE 'one' END AS size_, id + qty AS sum_, sold, CAST(sold AS DATE) AS day_, qty / 2 AS half, UPPER(name) AS up, CHAR_LENGTH(name) AS len, TRUE AS yes, 1.50 AS price_lit, CURRENT_DATE AS today FROM sales;
