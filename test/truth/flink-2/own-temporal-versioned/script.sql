CREATE TABLE rates (
  currency STRING, rate DECIMAL(10, 4), upd TIMESTAMP(3), WATERMARK FOR upd AS upd, PRIMARY KEY (currency) NOT ENFORCED
) WITH ('connector' = 'upsert-kafka', 'topic' = 'rates', 'properties.bootstrap.servers' = 'r:9092', 'key.format' = 'raw', 'value.format' = 'json');
CREATE TABLE orders (id BIGINT, currency STRING, amount DECIMAL(10, 2), ts TIMESTAMP_LTZ(3) METADATA FROM 'timestamp', ts2 AS CAST(ts AS TIMESTAMP(3)), WATERMARK FOR ts2 AS ts2)
 WITH ('connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'r:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE countries (code STRING, name STRING, PRIMARY KEY (code) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://my-1,my-2:3307/ref', 'table-name' = 'countries');
CREATE TABLE converted (id BIGINT, eur DECIMAL(20, 6), country STRING) WITH ('connector' = 'kafka', 'topic' = 'converted', 'properties.bootstrap.servers' = 'r:9092', 'format' = 'avro');
CREATE TEMPORARY VIEW o AS SELECT *, PROCTIME() AS pt FROM orders;
INSERT INTO converted
SELECT o.id, o.amount * r.rate, c.name
FROM o
LEFT JOIN rates FOR SYSTEM_TIME AS OF o.ts2 AS r ON o.currency = r.currency
LEFT JOIN countries FOR SYSTEM_TIME AS OF o.pt AS c ON c.code = o.currency;
