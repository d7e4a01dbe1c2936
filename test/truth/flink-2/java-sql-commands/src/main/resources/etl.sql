SET 'pipeline.name' = 'etl-orders';
SET parallelism.default = 2;

CREATE TABLE orders (id BIGINT, state STRING) WITH (
  'connector' = 'kafka', 'topic' = 'etl.orders', 'properties.bootstrap.servers' = 'etl:9092',
  'properties.group.id' = 'etl', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
CREATE TABLE open_orders (id BIGINT) WITH ('connector' = 'kafka', 'topic' = 'etl.open', 'properties.bootstrap.servers' = 'etl:9092', 'format' = 'json');
CREATE TABLE closed_orders (id BIGINT) WITH ('connector' = 'kafka', 'topic' = 'etl.closed', 'properties.bootstrap.servers' = 'etl:9092', 'format' = 'json');
BEGIN STATEMENT SET;
INSERT INTO open_orders SELECT id FROM orders WHERE state = 'open';
INSERT INTO closed_orders SELECT id FROM orders WHERE state <> 'open';
END;
