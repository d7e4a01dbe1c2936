CREATE TABLE a (x INT) WITH ('connector' = 'kafka', 'topic' = 'in-a', 'properties.bootstrap.servers' = 'n1.example.org:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'earliest-offset');
CREATE TABLE b (x INT) WITH ('connector' = 'kafka', 'topic' = 'out-b', 'properties.bootstrap.servers' = 'n9.example.org:9092', 'properties.group.id' = 'g', 'format' = 'json');
INSERT INTO b SELECT x FROM a;
