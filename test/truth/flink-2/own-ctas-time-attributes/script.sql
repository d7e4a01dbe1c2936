CREATE TABLE src (id INT, ts TIMESTAMP(3), pt AS PROCTIME(), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE c1 WITH ('connector' = 'blackhole') AS SELECT id, ts, pt, ts + INTERVAL '1' HOUR AS later, FLOOR(ts TO HOUR) AS fl FROM src;
CREATE TABLE c2 WITH ('connector' = 'blackhole') AS SELECT window_start, window_time, COUNT(*) AS n, MAX(ts) AS mts FROM TABLE(TUMBLE(TABLE src, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, window_time;
CREATE TABLE c3 WITH ('connector' = 'blackhole') AS SELECT a.id, b.id, a.ts, b.ts, 1, 'x' FROM src a JOIN src b ON a.id = b.id;
