SET 'execution.checkpointing.interval' = '3 s';
CREATE TABLE visits (id BIGINT, page STRING) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'visits');
INSERT INTO visits SELECT id, page FROM visits WHERE id > 5;
SET 'pipeline.name' = 'said by set';
CREATE TABLE dropped (page STRING) WITH ('connector' = 'blackhole');
INSERT INTO dropped SELECT page FROM visits;
RESET 'pipeline.name';
INSERT INTO dropped SELECT CAST(id AS STRING) FROM visits;
