CREATE DATABASE IF NOT EXISTS stage;
CREATE TABLE stage.ev (id BIGINT, ty STRING, payload ROW<a INT, b ROW<c STRING>>, ts TIMESTAMP_LTZ(3), WATERMARK FOR ts AS ts - INTERVAL '1' SECOND) WITH ('connector' = 'kafka', 'topic' = 'ev', 'properties.bootstrap.servers' = 'vd:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE VIEW stage.flat AS SELECT id, ty, e.payload.b.c AS c, ts FROM stage.ev AS e;
CREATE TEMPORARY VIEW flat AS SELECT * FROM stage.flat WHERE ty IN ('x', 'y');
USE stage;
CREATE TABLE res (ty STRING, c STRING, n BIGINT NOT NULL, w TIMESTAMP_LTZ(3)) WITH ('connector' = 'kafka', 'topic' = 'res', 'properties.bootstrap.servers' = 'vd:9092', 'format' = 'json');
CREATE TABLE lookup_d (ty STRING, d STRING) WITH ('connector' = 'filesystem', 'path' = 'file:///d', 'format' = 'csv');
INSERT INTO res
SELECT f.ty, f.c, COUNT(*) AS n, f.window_start
FROM TABLE(TUMBLE(DATA => TABLE flat, TIMECOL => DESCRIPTOR(ts), SIZE => INTERVAL '1' HOUR)) AS f
GROUP BY f.ty, f.c, f.window_start, f.window_end;
INSERT INTO res (ty, n)
SELECT ty, n FROM (SELECT ty, COUNT(*) OVER (PARTITION BY ty ORDER BY ts ROWS BETWEEN 10 PRECEDING AND CURRENT ROW) AS n FROM default_catalog.default_database.flat);
INSERT INTO res
SELECT a.ty, b.c, a.id, a.ts FROM ev a, flat b WHERE a.id = b.id AND a.ts BETWEEN b.ts - INTERVAL '5' MINUTE AND b.ts;
ALTER VIEW flat RENAME TO flat2;
INSERT INTO res SELECT ty, (SELECT MAX(d) FROM lookup_d l WHERE l.ty = '1'), id, ts FROM flat2;
