-- a script; with a semicolon in a comment
/* and another; one */
CREATE TEMPORARY TABLE IF NOT EXISTS `select` (
  `from` STRING, -- trailing ; comment
  `order` ROW<`a;b` INT, c ARRAY<ROW<d DATE>>>,
  `group` MAP<STRING NOT NULL, DECIMAL(5)>
) WITH ('connector' = 'kafka', 'topic' = 'it''s; fine', 'properties.bootstrap.servers' = 'k:9092', 'properties.group.id' = 'g', 'format' = 'json');
CREATE TEMPORARY VIEW `where` AS SELECT `from` AS f, `order`.`a;b` AS n, CARDINALITY(`group`) AS m FROM `select`;
CREATE TABLE o (f STRING, n INT) WITH ('connector' = 'blackhole');
BEGIN STATEMENT SET;
INSERT INTO o SELECT f, n FROM `where`;
INSERT INTO o SELECT f, m FROM `where` WHERE f LIKE '%;%';
END;
EXPLAIN SELECT * FROM `where`;
DESCRIBE o;
EXECUTE INSERT INTO o SELECT f, n FROM `where`;
