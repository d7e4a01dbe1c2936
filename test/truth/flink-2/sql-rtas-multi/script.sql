CREATE TABLE o (id BIGINT, sku STRING) WITH ('connector' = 'kafka', 'topic' = 'o', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE OR REPLACE TABLE r WITH ('connector' = 'kafka', 'topic' = 'r', 'properties.bootstrap.servers' = 'k:9092', 'format' = 'json') AS SELECT id, sku, UPPER(sku) AS u FROM o;
CREATE OR REPLACE TABLE r WITH ('connector' = 'kafka', 'topic' = 'r2', 'properties.bootstrap.servers' = 'k:9092', 'format' = 'json') AS SELECT id FROM o;
CREATE TABLE IF NOT EXISTS r WITH ('connector' = 'print') AS SELECT id FROM o;
INSERT INTO r SELECT id FROM o /*+ OPTIONS('topic' = 'o2') */ UNION ALL SELECT id FROM o;
SET 'table.dml-sync' = 'false';
DROP TABLE r;
INSERT INTO r SELECT id FROM o;
