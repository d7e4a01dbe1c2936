CREATE TABLE state_t (k STRING, v INT) WITH ('connector' = 'kafka', 'topic' = 'state', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'earliest-offset');
CREATE TABLE upd (k STRING, v INT) WITH ('connector' = 'kafka', 'topic' = 'updates', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json', 'scan.startup.mode' = 'earliest-offset');
EXECUTE STATEMENT SET BEGIN
INSERT INTO state_t SELECT k, v + 1 FROM upd WHERE v < 10;
INSERT INTO state_t SELECT s.k, s.v * 2 FROM state_t AS s;
END;
