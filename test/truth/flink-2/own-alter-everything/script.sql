SET 'execution.runtime-mode' = 'streaming';
CREATE DATABASE shop COMMENT 'the shop';
USE shop;
CREATE TABLE orders (
  id BIGINT NOT NULL COMMENT 'key',
  buyer STRING,
  total DECIMAL(12, 2),
  placed TIMESTAMP(3),
  WATERMARK FOR placed AS placed - INTERVAL '5' SECOND
) COMMENT 'all orders' WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'k1:9092,k2:9092',
  'properties.group.id' = 'g', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');
ALTER TABLE orders ADD (channel STRING COMMENT 'web or shop' AFTER buyer, seq INT FIRST);
ALTER TABLE orders MODIFY (total DECIMAL(20, 4) COMMENT 'gross');
ALTER TABLE orders RENAME buyer TO customer;
ALTER TABLE orders DROP WATERMARK;
ALTER TABLE orders SET ('topic' = 'orders-v2');
ALTER TABLE orders RESET ('scan.startup.mode');
ALTER TABLE orders RENAME TO sales;
CREATE TABLE summary (channel STRING, n BIGINT NOT NULL, PRIMARY KEY (channel) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'summary', 'properties.bootstrap.servers' = 'k1:9092', 'key.format' = 'json', 'value.format' = 'json');
INSERT INTO summary SELECT channel, COUNT(*) FROM sales GROUP BY channel;
