-- tables
CREATE TABLE orders (
  id BIGINT,
  region STRING, -- where; not split here
  amount DECIMAL(10, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = '${orders.topic}',
  'properties.bootstrap.servers' = '${kafka.servers}',
  'scan.startup.mode' = 'latest-offset',
  'format' = 'json'
);

CREATE TABLE by_region (region STRING, amount DECIMAL(10, 2)) WITH (
  'connector' = 'kafka', 'topic' = '${out.topic}.regions', 'properties.bootstrap.servers' = '${kafka.servers}', 'format' = 'json');
CREATE TABLE big (id BIGINT) WITH ('connector' = 'filesystem', 'path' = '/data/${out.topic}', 'format' = 'csv');
CREATE TEMPORARY VIEW large AS
SELECT * FROM orders WHERE amount > 100;

INSERT INTO by_region SELECT region, amount FROM large;
INSERT INTO big SELECT id FROM large
