CREATE TABLE src (id INT, ts TIMESTAMP(3), pt AS PROCTIME(), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE z (id INT) WITH ('connector' = 'blackhole');
CREATE TABLE IF NOT EXISTS z WITH ('connector' = 'blackhole') AS SELECT id FROM src;
