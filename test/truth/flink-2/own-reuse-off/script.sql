SET 'table.optimizer.reuse-source-enabled' = 'false';
CREATE TABLE ev (id BIGINT, kind STRING, v DOUBLE, off BIGINT METADATA FROM 'offset' VIRTUAL) WITH ('connector' = 'kafka', 'topic' = 'ev', 'properties.bootstrap.servers' = 'k:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE a (id BIGINT, off BIGINT) WITH ('connector' = 'print');
CREATE TABLE b (kind STRING, v DOUBLE) WITH ('connector' = 'print');
EXECUTE STATEMENT SET BEGIN
INSERT INTO a SELECT id, off FROM ev;
INSERT INTO b SELECT kind, v FROM ev WHERE v > 2;
END;
