CREATE TABLE o (id BIGINT, cid BIGINT, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'o', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE c (cid BIGINT, name STRING, PRIMARY KEY (cid) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'c', 'properties.bootstrap.servers' = 'k:9092', 'key.format' = 'json', 'value.format' = 'json');
CREATE TABLE x (cid BIGINT) WITH ('connector' = 'kafka', 'topic' = 'x', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE CTAS_OUT WITH ('connector' = 'blackhole') AS
WITH big AS (SELECT * FROM o WHERE amount > 100), named AS (SELECT b.id, b.amount * 2 AS twice, c.name FROM big b LEFT JOIN c ON b.cid = c.cid)
SELECT id, twice, COALESCE(name, 'none') AS name, CHAR_LENGTH(name) AS len, CASE WHEN twice > 500 THEN 'big' ELSE 'small' END AS size_ FROM named WHERE id IN (SELECT cid FROM x) OR EXISTS (SELECT 1 FROM x WHERE x.cid = named.id);
