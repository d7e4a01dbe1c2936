CREATE TABLE ev (id BIGINT) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'ev');
CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');
INSERT INTO dst SELECT id FROM ev;
SET 'openlineage.job.name' = 'by set';
INSERT INTO dst SELECT id + 1 FROM ev;
