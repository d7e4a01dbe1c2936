CREATE TABLE logs (id BIGINT, lvl STRING, txt STRING) WITH ('connector' = 'filesystem', 'path' = 'file:///tmp/logs', 'format' = 'csv');
CREATE TABLE a (id BIGINT) WITH ('connector' = 'print');
CREATE TABLE b (txt STRING) WITH ('connector' = 'print');
CREATE TABLE c (lvl STRING) WITH ('connector' = 'print');
EXECUTE STATEMENT SET BEGIN
INSERT INTO a SELECT id FROM logs WHERE lvl = 'ERROR';
INSERT INTO b SELECT txt FROM logs WHERE lvl = 'ERROR';
INSERT INTO c SELECT lvl FROM logs WHERE id > 3;
END;
