CREATE TABLE src (id INT, ts TIMESTAMP(3), pt AS PROCTIME(), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE c3 WITH ('connector' = 'blackhole') AS SELECT a.id, b.id, a.ts, b.ts, 1, 'x' FROM src a JOIN src b ON a.id = b.id;
