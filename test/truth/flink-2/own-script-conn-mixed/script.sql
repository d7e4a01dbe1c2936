CREATE TABLE gen (id INT, tag STRING, dt STRING) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
CREATE TABLE latest (tag STRING, n BIGINT, PRIMARY KEY (tag) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'latest-tags', 'properties.bootstrap.servers' = 'SSL://k-a:9093;k-b:9093', 'key.format' = 'raw', 'value.format' = 'json');
CREATE TABLE lake (id INT, tag STRING, dt STRING) COMMENT 'by day' PARTITIONED BY (dt) WITH ('connector' = 'filesystem', 'path' = 's3a-not-here', 'format' = 'csv');
CREATE TABLE bh (id INT) WITH ('connector' = 'blackhole');
EXECUTE STATEMENT SET BEGIN
INSERT INTO latest SELECT tag, COUNT(*) FROM gen GROUP BY tag;
INSERT INTO lake PARTITION (dt = '2026-01-01') SELECT id, tag FROM gen;
INSERT INTO bh (id) SELECT MOD(id, 7) FROM gen;
END;
