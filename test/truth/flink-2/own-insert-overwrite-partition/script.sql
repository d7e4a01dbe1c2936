SET 'execution.runtime-mode' = 'batch';
CREATE TABLE logs (line STRING, dt STRING, hr STRING) PARTITIONED BY (dt, hr) WITH ('connector' = 'filesystem', 'path' = '/logs', 'format' = 'csv');
CREATE TABLE raw_logs (line STRING, `file.path` STRING NOT NULL METADATA) WITH ('connector' = 'filesystem', 'path' = '/raw', 'format' = 'raw');
INSERT OVERWRITE logs PARTITION (dt = '2024-01-01') SELECT line, '10' FROM raw_logs;
INSERT INTO logs SELECT line, SUBSTRING(`file.path`, 1, 3), 'x' FROM raw_logs;
CREATE TEMPORARY TABLE g (x INT) WITH ('connector' = 'datagen', 'number-of-rows' = '10', 'fields.x.kind' = 'sequence', 'fields.x.start' = '1', 'fields.x.end' = '5');
INSERT INTO logs PARTITION (dt = 'a', hr = 'b') SELECT CAST(x AS STRING) FROM g ORDER BY x;
