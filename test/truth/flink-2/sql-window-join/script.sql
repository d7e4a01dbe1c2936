CREATE CATALOG mem WITH ('type' = 'generic_in_memory', 'default-database' = 'ops');
USE CATALOG mem;
CREATE DATABASE raw_data;
CREATE TABLE raw_data.l (k STRING, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'l', 'properties.bootstrap.servers' = 'k1:9092', 'properties.group.id' = 'g', 'format' = 'csv');
CREATE TABLE raw_data.r LIKE raw_data.l (EXCLUDING OPTIONS INCLUDING WATERMARKS);
ALTER TABLE raw_data.r SET ('connector' = 'kafka', 'topic' = 'r', 'properties.bootstrap.servers' = 'k2:9092', 'properties.group.id' = 'g', 'format' = 'csv');
CREATE TABLE cubes WITH ('connector' = 'filesystem', 'path' = 's3://bucket/cubes', 'format' = 'json') AS
WITH lw AS (SELECT * FROM TABLE(TUMBLE(TABLE raw_data.l, DESCRIPTOR(ts), INTERVAL '10' MINUTES))), rw AS (SELECT * FROM TABLE(TUMBLE(TABLE raw_data.r, DESCRIPTOR(ts), INTERVAL '10' MINUTES)))
SELECT COALESCE(lw.k, rw.k) AS k, lw.v AS lv, rw.v AS rv, COALESCE(lw.window_start, rw.window_start) AS ws, COALESCE(lw.window_end, rw.window_end) AS we FROM lw FULL OUTER JOIN rw ON lw.k = rw.k AND lw.window_start = rw.window_start AND lw.window_end = rw.window_end;
CREATE TABLE gs WITH ('connector' = 'blackhole') AS SELECT window_start, window_end, k, GROUPING(k) AS g, SUM(v) AS s, COUNT(DISTINCT v) AS dv FROM TABLE(CUMULATE(TABLE raw_data.l, DESCRIPTOR(ts), INTERVAL '1' HOUR, INTERVAL '1' DAY)) GROUP BY window_start, window_end, GROUPING SETS ((k), ());
