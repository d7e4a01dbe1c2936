SET 'pipeline.name' = 'first one';
CREATE TABLE s (a INT, b STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE k WITH ('connector' = 'blackhole') LIKE s (EXCLUDING ALL);
INSERT INTO k SELECT * FROM s;
RESET 'pipeline.name';
EXECUTE STATEMENT SET BEGIN
INSERT INTO k SELECT a + 1, b FROM s;
INSERT INTO k (b) SELECT UPPER(b) FROM s WHERE a > 1;
END;
SET 'openlineage.job.name' = 'named by set';
INSERT INTO k VALUES (1, 'x'), (2, 'y');
RESET;
CREATE TABLE made WITH ('connector' = 'print') AS SELECT a AS k, CONCAT(b, '!') AS v, a * 1.5 AS f FROM s;
