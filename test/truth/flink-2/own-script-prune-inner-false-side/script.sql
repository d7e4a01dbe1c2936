CREATE TABLE a (id BIGINT, v STRING) WITH ('connector' = 'kafka', 'topic' = 'topic-a', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'latest-offset');
CREATE TABLE b (id BIGINT, w STRING) WITH ('connector' = 'kafka', 'topic' = 'topic-b', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'latest-offset');
CREATE TABLE c (id BIGINT, v STRING) WITH ('connector' = 'kafka', 'topic' = 'topic-c', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'latest-offset');
CREATE TABLE o (id BIGINT, v STRING) WITH ('connector' = 'print');
INSERT INTO o SELECT a.id, b.w FROM a JOIN (SELECT * FROM b WHERE 2 < 1) AS b ON a.id = b.id UNION ALL SELECT id, v FROM c WHERE TRUE;
