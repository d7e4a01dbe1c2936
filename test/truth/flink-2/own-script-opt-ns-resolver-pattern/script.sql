CREATE TABLE a (x INT) WITH ('connector' = 'kafka', 'topic' = 'in-a', 'properties.bootstrap.servers' = 'kafka-eu-7.corp:9092,kafka-eu-8.corp:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE b (x INT) WITH ('connector' = 'kafka', 'topic' = 'out-b', 'properties.bootstrap.servers' = 'edge:9092', 'properties.group.id' = 'g', 'format' = 'json');
INSERT INTO b SELECT x FROM a;
