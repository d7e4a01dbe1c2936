CREATE TABLE o (id BIGINT, q INT, shop STRING) WITH ('connector' = 'kafka', 'topic' = 'o', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE d (id BIGINT, nm STRING) WITH ('connector' = 'kafka', 'topic' = 'd', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE lim (id BIGINT, most INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg/lim', 'table-name' = 'lim');
CREATE TABLE bh (id BIGINT, nm STRING) WITH ('connector' = 'blackhole');
INSERT INTO bh SELECT o.id, d.nm FROM o JOIN d ON o.id = d.id AND o.q > (SELECT MAX(most) FROM lim);
INSERT INTO bh SELECT o.id, d.nm FROM o JOIN d ON o.id = d.id AND o.id IN (SELECT id FROM lim);
