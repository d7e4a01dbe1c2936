CREATE TABLE a (x INT, y STRING) WITH ('connector' = 'kafka', 'topic' = 'in-a', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'earliest-offset');
CREATE TABLE b (x INT) WITH ('connector' = 'print');
CREATE TABLE c (y STRING) WITH ('connector' = 'print');
INSERT INTO b SELECT x FROM a;
SET 'openlineage.job.namespace' = 'late-ns';
SET 'table.optimizer.reuse-source-enabled' = 'false';
EXECUTE STATEMENT SET BEGIN
INSERT INTO b SELECT x FROM a /*+ OPTIONS('scan.startup.mode'='latest-offset') */;
INSERT INTO c SELECT y FROM a;
END;
