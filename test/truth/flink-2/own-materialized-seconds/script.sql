CREATE TABLE src (id BIGINT, name STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE MATERIALIZED TABLE mt COMMENT 'mm' WITH ('connector' = 'blackhole') FRESHNESS = INTERVAL '10' SECOND AS SELECT id, COUNT(*) AS n FROM src GROUP BY id;
