CREATE TABLE a (x INT, y STRING) WITH ('connector' = 'kafka', 'topic' = 'in-a', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE b (x INT) WITH ('connector' = 'print');
INSERT INTO b SELECT x FROM a;
INSERT INTO b SELECT z FROM a;
INSERT INTO b SELECT x + 1 FROM a;
