CREATE TABLE src (id INT, v STRING) WITH ('connector' = 'kafka', 'topic' = 'src', 'properties.bootstrap.servers' = 'k:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE dim (id INT, label STRING) WITH ('connector' = 'filesystem', 'path' = 'file:///dim', 'format' = 'csv', 'source.monitor-interval' = '10s');
CREATE TABLE o (id INT, label STRING) WITH ('connector' = 'elasticsearch-7', 'hosts' = 'http://es:9200', 'index' = 'o');
CREATE VIEW j AS SELECT s.id, d.label FROM src s JOIN dim d ON s.id = d.id;
CREATE VIEW jj AS SELECT * FROM j WHERE label LIKE 'a%';
CREATE TABLE p (id INT, label STRING) WITH ('connector' = 'print', 'print-identifier' = 'x');
EXECUTE STATEMENT SET BEGIN
INSERT INTO p SELECT * FROM jj;
INSERT INTO p SELECT id, v FROM src /*+ OPTIONS('topic'='src-2') */;
END;
