CREATE TABLE ev (id BIGINT, kind STRING, v DOUBLE, off BIGINT METADATA FROM 'offset' VIRTUAL, part INT METADATA FROM 'partition' VIRTUAL) WITH ('connector' = 'kafka', 'topic' = 'ev', 'properties.bootstrap.servers' = 'k:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE a (id BIGINT, off BIGINT) WITH ('connector' = 'print');
EXECUTE STATEMENT SET BEGIN
INSERT INTO a SELECT id, off FROM ev WHERE kind = 'x';
INSERT INTO a SELECT id, CAST(part AS BIGINT) FROM ev;
INSERT INTO a SELECT COUNT(*), 1 FROM ev /*+ OPTIONS('scan.startup.mode'='latest-offset') */ WHERE 1 = 0;
END;
