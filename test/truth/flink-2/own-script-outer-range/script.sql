-- Two comparisons of one column leave the outer join; ALTER keeps the comment that it does not write.
CREATE TABLE visits (id BIGINT, page STRING COMMENT 'where', ms BIGINT NOT NULL, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'range.visits', 'properties.bootstrap.servers' = 'k1:9092', 'properties.group.id' = 'g', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
ALTER TABLE visits MODIFY (page VARCHAR(200));
CREATE TABLE rolling WITH ('connector' = 'blackhole') AS
SELECT id, page, SUM(ms) OVER w AS total, COUNT(*) OVER w AS n, MAX(ms) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS top FROM visits WINDOW w AS (PARTITION BY id ORDER BY ts ROWS BETWEEN 3 PRECEDING AND CURRENT ROW);
CREATE TABLE users (id BIGINT, age INT) WITH ('connector' = 'kafka', 'topic' = 'range.users', 'properties.bootstrap.servers' = 'k1:9092', 'properties.group.id' = 'g', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE adults (id BIGINT, age INT) WITH ('connector' = 'filesystem', 'path' = '/tmp/range-adults', 'format' = 'json');
INSERT INTO adults SELECT v.id, u.age FROM visits AS v LEFT JOIN users AS u ON v.id = u.id WHERE u.age BETWEEN 18 AND 65;
