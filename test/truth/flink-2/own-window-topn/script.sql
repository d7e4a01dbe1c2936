CREATE TABLE bids (item STRING, price DECIMAL(10,2), bidder STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '1' MINUTE) WITH ('connector' = 'kafka', 'topic' = 'bids', 'properties.bootstrap.servers' = 'k:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE tops WITH ('connector' = 'print') AS
SELECT window_start, window_end, item, price, rn FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY price DESC) AS rn
  FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(ts), INTERVAL '10' MINUTES))) WHERE rn <= 3;
CREATE TABLE hops WITH ('connector' = 'blackhole') AS
SELECT bidder, window_start AS ws, window_time AS wt, SUM(price) AS total FROM TABLE(HOP(TABLE bids, DESCRIPTOR(ts), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)) GROUP BY bidder, window_start, window_end, window_time;
CREATE TABLE sess (b STRING, n BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO sess SELECT bidder, COUNT(*) FROM TABLE(SESSION(TABLE bids PARTITION BY bidder, DESCRIPTOR(ts), INTERVAL '10' MINUTES)) GROUP BY bidder, window_start, window_end;
