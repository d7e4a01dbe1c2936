CREATE TABLE deep (a ARRAY<ROW<x DOUBLE PRECISION, y NUMERIC(7) NOT NULL> NOT NULL> COMMENT 'an array', m MAP<VARCHAR(5) NOT NULL, ARRAY<TIMESTAMP_LTZ(9)>>, s MULTISET<CHAR>, b BINARY VARYING(9), n ROW<`select` INT, `a``b` STRING COMMENT 'inner'>, t TIMESTAMP WITHOUT TIME ZONE, k BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'deep', 'properties.bootstrap.servers' = 'kafka-a:9092', 'key.format' = 'json', 'value.format' = 'json');
CREATE TABLE keys (k BIGINT) WITH ('connector' = 'print');
INSERT INTO keys SELECT k FROM deep;
