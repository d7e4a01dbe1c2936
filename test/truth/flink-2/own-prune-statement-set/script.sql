CREATE TABLE a (id BIGINT, name STRING, v DOUBLE) WITH ('connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE b (id BIGINT, name STRING, v DOUBLE) WITH ('connector' = 'kafka', 'topic' = 'b', 'properties.bootstrap.servers' = 'k:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE c (id BIGINT, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg:5432/shop', 'table-name' = 'c');
CREATE TABLE f (id BIGINT, name STRING, v DOUBLE) WITH ('connector' = 'filesystem', 'path' = 'file:///data/f', 'format' = 'json');
CREATE TABLE d1 (id BIGINT) WITH ('connector' = 'print');
CREATE TABLE d2 (id BIGINT, n BIGINT) WITH ('connector' = 'blackhole');
EXECUTE STATEMENT SET BEGIN
INSERT INTO d1 SELECT a.id FROM a LEFT JOIN c ON a.id = c.id WHERE a.v > 1;
INSERT INTO d1 SELECT id FROM b WHERE v > 5 AND v < 2;
INSERT INTO d2 SELECT id, COUNT(*) FROM f WHERE name = 'x' GROUP BY id;
INSERT INTO d2 SELECT id, COUNT(*) FROM f WHERE name = 'y' GROUP BY id;
END;
