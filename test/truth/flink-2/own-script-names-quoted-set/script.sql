CREATE CATALOG lab WITH ('type' = 'generic_in_memory', 'default-database' = 'raw');
CREATE DATABASE lab.`curated.v2`;
CREATE TABLE visits (visitor STRING, page STRING, at TIMESTAMP_LTZ(3), PRIMARY KEY (visitor) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'visits', 'properties.bootstrap.servers' = 'bus-1:9092', 'key.format' = 'json', 'value.format' = 'json');
USE CATALOG lab;
CREATE TABLE pages (page STRING, n BIGINT) WITH ('connector' = 'blackhole');
USE `curated.v2`;
CREATE TABLE `per visitor` (visitor STRING NOT NULL, first_page STRING) COMMENT 'one row a visitor' WITH ('connector' = 'print');
EXECUTE STATEMENT SET BEGIN
INSERT INTO `per visitor` SELECT visitor, page FROM default_catalog.default_database.visits;
INSERT INTO raw.pages SELECT page, COUNT(DISTINCT visitor) FROM default_catalog.default_database.visits GROUP BY page;
END;
