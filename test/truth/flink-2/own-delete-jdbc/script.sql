SET 'execution.runtime-mode' = 'batch';
CREATE TABLE db (id BIGINT, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg-7.example/wh', 'table-name' = 'public.db');
DELETE FROM db WHERE id > 4;
