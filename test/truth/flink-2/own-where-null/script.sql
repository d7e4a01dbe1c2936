CREATE TABLE k (id BIGINT) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'k');
CREATE TABLE l (id BIGINT) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'l');
CREATE TABLE m (id BIGINT) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'm');
CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');
INSERT INTO dst SELECT id FROM k WHERE CAST(NULL AS BOOLEAN) UNION ALL SELECT id FROM l WHERE id > 5 AND id < 3 UNION ALL SELECT id FROM m;
