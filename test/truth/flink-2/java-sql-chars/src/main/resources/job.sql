-- reads; writes
CREATE TABLE a (id BIGINT, note STRING) WITH ('connector' = 'kafka', 'topic' = 'chars.a;1', 'properties.bootstrap.servers' = 'chars:9092',
 'properties.group.id' = 'g', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE b (id BIGINT, note STRING) WITH ('connector' = 'kafka', 'topic' = 'chars.b', 'properties.bootstrap.servers' = 'chars:9092', 'format' = 'json');
INSERT INTO b SELECT id, 'it''s; fine' FROM a -- done
