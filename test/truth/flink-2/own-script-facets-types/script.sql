CREATE TABLE m (
  k1 INT COMMENT 'first',
  k2 VARCHAR(12) NOT NULL COMMENT 'it''s quoted',
  flags ARRAY<BOOLEAN NOT NULL>,
  attrs MAP<STRING NOT NULL, ROW<a INT, `b c` ARRAY<DATE>>>,
  t TIME(6), ts9 TIMESTAMP(9), ltz TIMESTAMP_LTZ, d DEC(7), bin BINARY(4), vb VARBINARY(9), dbl DOUBLE PRECISION, f FLOAT, ti TINYINT,
  nested ROW<x ROW<y BIGINT NOT NULL COMMENT 'deep'> NOT NULL, z MULTISET<STRING>>,
  twice AS k1 * 2 COMMENT 'computed',
  CONSTRAINT pk PRIMARY KEY (k1, k2) NOT ENFORCED
) COMMENT 'many types' WITH ('connector' = 'datagen');
CREATE TABLE o (k1 INT, k2 STRING) COMMENT '' WITH ('connector' = 'blackhole');
INSERT INTO o SELECT k1, k2 FROM m;
