CREATE TABLE u (id BIGINT, name STRING, country STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg/app?currentSchema=web', 'table-name' = 'web.users');
CREATE TABLE o (uid BIGINT, item STRING, amount INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg/app', 'table-name' = 'orders');
CREATE TABLE banned (uid BIGINT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:sqlserver://ms:1433;databaseName=risk', 'table-name' = 'dbo.banned');
CREATE TABLE limits (country STRING, top INT) WITH ('connector' = 'filesystem', 'path' = '/limits', 'format' = 'csv');
CREATE TABLE res (name STRING, amount INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:oracle:thin:@//ora/XE', 'table-name' = 'OUT_T');
INSERT INTO res
WITH big AS (SELECT uid, SUM(amount) AS s FROM o GROUP BY uid HAVING SUM(amount) > 10),
     unused AS (SELECT * FROM limits)
SELECT u.name, big.s
FROM u JOIN big ON u.id = big.uid
WHERE EXISTS (SELECT 1 FROM o WHERE o.uid = u.id AND o.item = 'gold')
  AND u.id NOT IN (SELECT uid FROM banned)
  AND u.country IN (SELECT country FROM limits WHERE top > (SELECT AVG(amount) FROM o));
