CREATE TABLE clicks (u STRING, p STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'clicks', 'properties.bootstrap.servers' = 'k:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE per_user (u STRING, n BIGINT, last_page STRING, PRIMARY KEY (u) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'per-user', 'properties.bootstrap.servers' = 'k:9092', 'key.format' = 'json', 'value.format' = 'json');
CREATE TABLE dedup (u STRING, p STRING, ts TIMESTAMP(3)) WITH ('connector' = 'kafka', 'topic' = 'dedup', 'properties.bootstrap.servers' = 'k:9092', 'format' = 'json');
CREATE TABLE total (n BIGINT) WITH ('connector' = 'print');
INSERT INTO per_user SELECT u, COUNT(*), LAST_VALUE(p) FROM clicks GROUP BY u;
INSERT INTO dedup SELECT u, p, ts FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY u ORDER BY ts ASC) AS rn FROM clicks) WHERE rn = 1;
INSERT INTO total SELECT SUM(n) FROM per_user;
INSERT INTO dedup SELECT u, p, MAX(ts) FROM clicks GROUP BY u, p;
