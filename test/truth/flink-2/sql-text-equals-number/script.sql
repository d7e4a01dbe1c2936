CREATE TABLE o (id BIGINT, code STRING) WITH ('connector' = 'kafka', 'topic' = 'o', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE bh (id BIGINT, code STRING) WITH ('connector' = 'blackhole');
INSERT INTO bh SELECT * FROM o WHERE id < '3';
INSERT INTO bh SELECT * FROM o WHERE id = '3';
