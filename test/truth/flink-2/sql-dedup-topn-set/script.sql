SET 'pipeline.name' = 'daily ranks';
SET 'table.exec.state.ttl' = '1 d';
CREATE TABLE visits (`user` BIGINT, page STRING, spent DECIMAL(8, 3), `at` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp', part INT METADATA FROM 'partition' VIRTUAL, WATERMARK FOR `at` AS `at` - INTERVAL '5' SECOND) COMMENT 'page visits' WITH ('connector' = 'kafka', 'topic' = 'visits', 'properties.bootstrap.servers' = 'a:9092,b:9092', 'scan.startup.mode' = 'latest-offset', 'format' = 'json');
CREATE TABLE latest (`user` BIGINT, page STRING, spent DECIMAL(8, 3), PRIMARY KEY (`user`) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'latest', 'properties.bootstrap.servers' = 'a:9092', 'key.format' = 'json', 'value.format' = 'json');
CREATE TABLE top (page STRING, rnk BIGINT, total DECIMAL(38, 3), PRIMARY KEY (rnk) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg.internal/stats?ssl=true', 'table-name' = 'public.top_pages', 'username' = 'u', 'password' = 'p');
CREATE TEMPORARY VIEW clean AS SELECT `user`, page, spent, `at`, part FROM visits WHERE spent IS NOT NULL;
EXECUTE STATEMENT SET BEGIN
INSERT INTO latest SELECT `user`, page, spent FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY `user` ORDER BY `at` DESC) AS rn FROM clean) WHERE rn = 1;
INSERT INTO top SELECT page, rnk, total FROM (SELECT page, total, ROW_NUMBER() OVER (ORDER BY total DESC) AS rnk FROM (SELECT page, SUM(spent) AS total FROM clean GROUP BY page)) WHERE rnk <= 10;
END;
