CREATE TABLE s (
 id BIGINT NOT NULL, price DECIMAL(10, 2), name VARCHAR(20), tags ARRAY<STRING>, attrs MAP<STRING, INT>, pos ROW<x DOUBLE, y DOUBLE NOT NULL>, d DATE, t TIME(0), ts TIMESTAMP(3), flag BOOLEAN, f FLOAT, sm SMALLINT, ti TINYINT, bin VARBINARY(5)
) WITH ('connector' = 'kafka', 'topic' = 's', 'properties.bootstrap.servers' = 'k:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE c1 COMMENT 'derived' WITH ('connector' = 'blackhole') AS
SELECT id, id + 1 AS id1, price * 3 AS p3, price / 7 AS p7, price + id AS pi, -price AS neg, ABS(price) AS ab, ROUND(price, 1) AS r1, CEIL(price) AS ce,
 name || 'x' AS nx, UPPER(name) AS up, SUBSTRING(name, 1, 3) AS su, CHAR_LENGTH(name) AS cl, tags[1] AS t1, CARDINALITY(tags) AS ca, attrs['k'] AS ak, pos.x AS px, pos.y AS py,
 CAST(ts AS DATE) AS dts, EXTRACT(YEAR FROM ts) AS y, DATE_FORMAT(ts, 'yyyy') AS df, TIMESTAMPDIFF(DAY, ts, ts) AS td, ts + INTERVAL '1' DAY AS tp, CURRENT_TIMESTAMP AS cts, LOCALTIMESTAMP AS lts, CURRENT_DATE AS cd,
 CASE WHEN flag THEN 1 ELSE NULL END AS cw, COALESCE(name, 'n') AS co, NULLIF(sm, 1) AS nu, IF(flag, f, 2.5) AS iff, sm + ti AS st, f * 2 AS f2, MOD(id, 7) AS mo, CAST(price AS STRING) AS cs, ARRAY[1, 2] AS arr, MAP['a', 1] AS mp, ROW(1, 'a') AS ro, TO_TIMESTAMP('2020-01-01 00:00:00') AS tt, UNIX_TIMESTAMP() AS ut, JSON_VALUE(name, '$.a') AS jv, REGEXP_EXTRACT(name, 'a') AS re, SPLIT_INDEX(name, ',', 1) AS si, MD5(name) AS md, id IS NULL AS isn, price > 2 AS gt
FROM s;
CREATE TABLE c2 WITH ('connector' = 'blackhole') AS
SELECT flag, COUNT(*) AS c, SUM(price) AS sp, AVG(price) AS ap, MAX(ts) AS mx, MIN(name) AS mi, SUM(id) AS si, AVG(f) AS af, COLLECT(name) AS col, LISTAGG(name) AS la, COUNT(DISTINCT id) AS cd, SUM(sm) AS ssm, AVG(ti) AS ati, STDDEV_POP(f) AS sd, FIRST_VALUE(d) AS fv
FROM s GROUP BY flag;
