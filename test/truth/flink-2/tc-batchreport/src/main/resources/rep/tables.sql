CREATE TABLE invoices (
  id BIGINT, customer STRING, amount DECIMAL(12, 2), due DATE, paid DATE
) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://fin:3306/billing', 'table-name' = 'invoices', 'scan.fetch-size' = '500');
CREATE TABLE credits (
  id BIGINT, customer STRING, amount DECIMAL(12, 2)
) WITH ('connector' = 'filesystem', 'path' = 'file:///tmp/rep/credits', 'format' = 'csv');
CREATE TABLE late_payers (
  customer STRING, net DECIMAL(38, 2), n INT, day_of STRING
) PARTITIONED BY (day_of) WITH ('connector' = 'filesystem', 'path' = 'file:///tmp/rep/late', 'format' = 'json')
