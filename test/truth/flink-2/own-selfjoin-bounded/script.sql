CREATE TABLE emp (id BIGINT, boss BIGINT, name STRING, dept INT) WITH ('connector' = 'filesystem', 'path' = 'file:///data/emp', 'format' = 'csv');
CREATE TABLE pairs (name STRING, boss STRING) WITH ('connector' = 'filesystem', 'path' = 'file:///data/pairs', 'format' = 'json');
INSERT INTO pairs SELECT e.name, b.name FROM emp e JOIN emp b ON e.boss = b.id WHERE b.dept = 1;
INSERT INTO pairs SELECT e.name, b.name FROM emp e JOIN emp b ON e.boss = b.id;
INSERT INTO pairs SELECT e.name, CAST(b.dept AS STRING) FROM emp e LEFT JOIN (SELECT id, dept FROM emp WHERE FALSE) b ON e.boss = b.id;
