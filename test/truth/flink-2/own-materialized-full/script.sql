CREATE TABLE src (id BIGINT, name STRING) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE dst (id BIGINT) WITH ('connector' = 'blackhole');
CREATE MATERIALIZED TABLE mt WITH ('connector' = 'blackhole') FRESHNESS = INTERVAL '1' DAY AS SELECT id, COUNT(*) AS n FROM src GROUP BY id;
INSERT INTO dst SELECT id FROM src;
