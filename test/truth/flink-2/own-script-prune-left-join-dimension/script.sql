CREATE TABLE facts_in (id BIGINT, dim_a INT, dim_b INT, amount DOUBLE) WITH ('connector' = 'kafka', 'topic' = 'facts', 'properties.bootstrap.servers' = 'bus-1:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TABLE da (k INT, label STRING, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'dim-a', 'properties.bootstrap.servers' = 'bus-1:9092', 'key.format' = 'json', 'value.format' = 'json');
CREATE TABLE db (k INT, label STRING, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'dim-b', 'properties.bootstrap.servers' = 'bus-1:9092', 'key.format' = 'json', 'value.format' = 'json');
CREATE TABLE enriched (id BIGINT, label STRING, amount DOUBLE, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'enriched', 'properties.bootstrap.servers' = 'bus-1:9092', 'key.format' = 'json', 'value.format' = 'json');
CREATE VIEW joined AS SELECT f.id, f.amount, da.label AS a_label, db.label AS b_label FROM facts_in AS f LEFT JOIN da ON f.dim_a = da.k LEFT JOIN db ON f.dim_b = db.k;
INSERT INTO enriched SELECT id, b_label, amount FROM joined;
