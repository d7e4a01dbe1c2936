CREATE TABLE src (id INT NOT NULL, nm CHAR(3), v DOUBLE) WITH ('connector' = 'datagen', 'number-of-rows' = '5');
CREATE OR REPLACE TABLE dst COMMENT 'new' WITH ('connector' = 'blackhole') AS SELECT id, nm, v * 2 AS v2, CAST(id AS DECIMAL(6, 1)) d FROM src;
CREATE TABLE IF NOT EXISTS dst2 (id BIGINT, extra STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'blackhole') AS SELECT id, nm FROM src;
DROP TABLE dst;
CREATE TABLE dst (id INT) WITH ('connector' = 'blackhole');
INSERT INTO dst SELECT id FROM src UNION SELECT id FROM src WHERE v > 1;
DELETE FROM src WHERE id = 1;
