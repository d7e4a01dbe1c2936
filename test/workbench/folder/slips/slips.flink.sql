-- Slips of the pen: each has a fix.
CREATE TABLE clicks (id BIGINT, page STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'clicks',
  'properties.bootstrap.servers' = 'broker-1:9092',
  'format' = 'jsn'
);
CREATE TABLE numbers (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-secnd' = '5');
CREATE TABLE pages (id BIGINT, page STRING) WITH ('connector' = 'print');
INSERT INTO pages SELECT id, pge FROM clicks;
