CREATE TABLE people (id BIGINT, boss BIGINT, name STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg.example:6000/hr', 'table-name' = 'people');
CREATE TABLE dst (name STRING, boss STRING) WITH ('connector' = 'print');
INSERT INTO dst SELECT a.name, b.name FROM people AS a JOIN people AS b ON a.boss = b.id WHERE a.id > 10 AND b.id < 5;
