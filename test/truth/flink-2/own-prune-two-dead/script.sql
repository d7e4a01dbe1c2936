CREATE TABLE live (id BIGINT, v STRING) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'live');
CREATE TABLE dead (id BIGINT, v STRING) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'dead');
CREATE TABLE also_dead (id BIGINT, v STRING) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'also-dead');
CREATE VIEW none AS SELECT id, v FROM dead WHERE 1 = 2;
CREATE TABLE dst (id BIGINT, v STRING) WITH ('connector' = 'print');
INSERT INTO dst SELECT id, v FROM live UNION ALL SELECT n.id, d.v FROM none AS n JOIN also_dead AS d ON n.id = d.id;
