CREATE TABLE acct (id INT, kind STRING, bal DECIMAL(12,4), PRIMARY KEY (id) NOT ENFORCED) COMMENT 'accounts' WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://db:5433/bank', 'table-name' = 'accounts');
CREATE TABLE o (id INT, bal DECIMAL(12,4)) WITH ('connector' = 'print');
INSERT INTO o SELECT id, bal FROM acct WHERE kind = 'gold' UNION ALL SELECT id, bal FROM acct WHERE bal > 1000;
