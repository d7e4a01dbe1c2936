CREATE TABLE ev (id BIGINT, kind STRING, part INT METADATA FROM 'partition' VIRTUAL) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'ev');
CREATE TABLE dst (id BIGINT, n INT) WITH ('connector' = 'print');
INSERT INTO dst SELECT a.id, b.part FROM ev AS a JOIN ev AS b ON a.id = b.id WHERE a.kind = 'x' AND b.kind = 'y' AND a.id IN (SELECT id FROM ev WHERE kind = 'z');
