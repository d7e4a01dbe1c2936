CREATE TABLE base (id BIGINT, gone STRING, old_name STRING COMMENT 'kept') COMMENT 'base comment' WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'base');
CREATE TABLE child (extra INT) WITH ('topic' = 'child') LIKE base;
ALTER TABLE child ADD (added STRING COMMENT 'new' FIRST, tail DECIMAL(4, 1) AFTER id);
ALTER TABLE child RENAME old_name TO new_name;
ALTER TABLE child DROP gone;
ALTER TABLE child MODIFY extra BIGINT COMMENT 'wider';
ALTER TABLE child SET ('topic' = 'child-v2');
CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');
INSERT INTO dst SELECT id FROM child;
