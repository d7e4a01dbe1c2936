CREATE TABLE ev (id BIGINT) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'ev');
CREATE TABLE db (id BIGINT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg-7.example/wh', 'table-name' = 'public.db');
INSERT INTO db SELECT id FROM ev;
