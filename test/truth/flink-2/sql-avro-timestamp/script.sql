CREATE TABLE o (id BIGINT, t TIMESTAMP) WITH ('connector' = 'kafka', 'topic' = 'o', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'avro');
CREATE TABLE bh (id BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO bh SELECT id FROM o;
