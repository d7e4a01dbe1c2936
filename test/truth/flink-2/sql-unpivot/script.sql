CREATE TABLE sales (shop BIGINT NOT NULL, jan INT, feb INT) WITH ('connector' = 'datagen');
CREATE TABLE months WITH ('connector' = 'blackhole') AS SELECT shop, m FROM sales UNPIVOT (amount FOR m IN (jan, feb AS 'second')) AS u;
CREATE TABLE amounts (shop BIGINT, amount INT) WITH ('connector' = 'blackhole');
INSERT INTO amounts SELECT shop, amount FROM sales UNPIVOT (amount FOR m IN (jan));
INSERT INTO amounts SELECT shop, amount FROM sales UNPIVOT (amount FOR m IN (jan, feb));
