CREATE TABLE src (id INT, ts TIMESTAMP(3), pt AS PROCTIME(), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE wide (id BIGINT, name STRING) WITH ('connector' = 'blackhole');
INSERT INTO wide SELECT id FROM src;
