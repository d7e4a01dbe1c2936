SET 'execution.runtime-mode' = 'batch';
CREATE TABLE f (id BIGINT, k INT, v STRING) WITH ('connector' = 'filesystem', 'path' = 'file:///f', 'format' = 'csv');
CREATE TABLE d (k INT, nm STRING, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:oracle:thin:@//ora:1521/svc', 'table-name' = 'DIM.D');
CREATE TABLE s (id BIGINT, nm STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:sqlserver://ms;databaseName=dw', 'table-name' = 'dbo.s');
INSERT INTO s SELECT /*+ BROADCAST(d) */ f.id, d.nm FROM f JOIN d ON f.k = d.k;
INSERT INTO s SELECT /*+ SHUFFLE_HASH(f), STATE_TTL('f' = '1d') */ f.id, d.nm FROM f LEFT JOIN d ON f.k = d.k WHERE d.nm LIKE 'a%';
INSERT INTO s SELECT /*+ NEST_LOOP(x) */ x.id, x.v FROM f AS x LEFT JOIN d ON x.k = d.k;
INSERT INTO s SELECT id, v FROM f WHERE k IN (SELECT k FROM d WHERE nm = 'z') ORDER BY id LIMIT 10;
