CREATE TABLE logs (lvl STRING, msg STRING, code INT) WITH ('connector' = 'filesystem', 'path' = 'file:///tmp/none/logs', 'format' = 'json');
CREATE TABLE errs (msg STRING, code INT) WITH ('connector' = 'print');
CREATE TABLE warns (msg STRING) WITH ('connector' = 'print');
CREATE TABLE errs2 (code INT) WITH ('connector' = 'print');
BEGIN STATEMENT SET;
INSERT INTO errs SELECT msg, code FROM logs WHERE lvl = 'E';
INSERT INTO warns SELECT msg FROM logs WHERE lvl = 'W';
INSERT INTO errs2 SELECT code FROM logs WHERE lvl = 'E';
END;
