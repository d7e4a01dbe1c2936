CREATE TABLE src (id BIGINT, name STRING) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE dst (name STRING, n BIGINT) WITH ('connector' = 'print');
INSERT INTO dst SELECT name, COUNT(*) FROM src GROUP BY 1;
