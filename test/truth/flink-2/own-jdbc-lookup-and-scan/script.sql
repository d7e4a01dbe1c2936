CREATE TABLE ev (id BIGINT, pt AS PROCTIME()) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'kafka-a:9092,kafka-b:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json', 'topic' = 'ev');
CREATE TABLE dim (id BIGINT, label STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg.example/dims', 'table-name' = 'public.dim');
CREATE TABLE a (id BIGINT, label STRING) WITH ('connector' = 'print');
CREATE TABLE b (id BIGINT) WITH ('connector' = 'blackhole');
EXECUTE STATEMENT SET BEGIN
INSERT INTO a SELECT e.id, d.label FROM ev AS e LEFT JOIN dim FOR SYSTEM_TIME AS OF e.pt AS d ON e.id = d.id;
INSERT INTO b SELECT id FROM dim;
END;
