CREATE TABLE bids (id BIGINT, auction BIGINT, price BIGINT) WITH ('connector' = 'kafka', 'topic' = 'bids', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE auctions (id BIGINT, seller BIGINT) WITH ('connector' = 'kafka', 'topic' = 'auctions', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE banned (seller BIGINT) WITH ('connector' = 'kafka', 'topic' = 'banned-sellers', 'properties.bootstrap.servers' = 'bus-2:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE limits (max_price BIGINT) WITH ('connector' = 'kafka', 'topic' = 'limits', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE o (id BIGINT, price BIGINT) WITH ('connector' = 'blackhole');
CREATE TEMPORARY VIEW never AS SELECT * FROM limits;
INSERT INTO o
WITH unused AS (SELECT max_price FROM limits), live AS (SELECT id, seller FROM auctions)
SELECT b.id, b.price FROM bids b WHERE EXISTS (SELECT 1 FROM live WHERE live.id = b.auction AND live.seller NOT IN (SELECT seller FROM banned));
