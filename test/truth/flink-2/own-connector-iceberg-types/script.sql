CREATE CATALOG lake WITH ('type' = 'iceberg', 'catalog-type' = 'hadoop', 'warehouse' = 'warehouse-own');
CREATE DATABASE IF NOT EXISTS lake.stage;
CREATE TABLE lake.stage.m (id INT COMMENT 'lost', d DATE, c CHAR(2), ts TIMESTAMP(0) NOT NULL, tags MAP<VARCHAR(3), SMALLINT>, l ARRAY<VARCHAR(4) NOT NULL>, PRIMARY KEY (id) NOT ENFORCED) COMMENT 'lost too';
CREATE TABLE dst (id INT, c STRING) WITH ('connector' = 'print');
INSERT INTO dst SELECT id, c FROM lake.stage.m WHERE id > 2;
INSERT INTO lake.stage.m SELECT id, CAST(NULL AS DATE), 'ab', TIMESTAMP '2026-01-01 00:00:00', MAP['a', CAST(1 AS SMALLINT)], ARRAY['x'] FROM lake.stage.m /*+ OPTIONS('streaming' = 'true') */;
