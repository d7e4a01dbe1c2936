CREATE TABLE once (id BIGINT) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'once', 'scan.bounded.mode' = 'latest-offset');
CREATE TABLE still (id BIGINT) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'still', 'scan.bounded.mode' = 'unbounded');
CREATE TABLE ups (id BIGINT, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'ups', 'properties.bootstrap.servers' = 'kafka-a:9092', 'key.format' = 'json', 'value.format' = 'json', 'scan.bounded.mode' = 'latest-offset');
CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');
INSERT INTO dst SELECT id FROM once;
INSERT INTO dst SELECT id FROM once UNION ALL SELECT id FROM still;
INSERT INTO dst SELECT id FROM ups;
