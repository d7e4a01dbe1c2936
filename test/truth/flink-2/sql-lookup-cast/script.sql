CREATE TABLE o (id BIGINT, pt AS PROCTIME()) WITH ('connector' = 'kafka', 'topic' = 'o', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE d (id INT, nm STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://m/db', 'table-name' = 'd');
CREATE TABLE bh (id BIGINT, nm STRING) WITH ('connector' = 'blackhole');
INSERT INTO bh SELECT o.id, d.nm FROM o JOIN d FOR SYSTEM_TIME AS OF o.pt ON o.id = d.id;
