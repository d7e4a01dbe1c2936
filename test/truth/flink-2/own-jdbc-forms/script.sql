CREATE TABLE a (id BIGINT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://DB-One.Example/Shop?ssl=true', 'table-name' = '"Sales"."Orders"');
CREATE TABLE b (id BIGINT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://h1:1111,h2/wh', 'table-name' = 'stage.b');
CREATE TABLE c (id BIGINT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://user:pw@my.example/first?x=1', 'table-name' = 'second.c');
CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');
INSERT INTO dst SELECT id FROM a UNION ALL SELECT id FROM b UNION ALL SELECT id FROM c;
