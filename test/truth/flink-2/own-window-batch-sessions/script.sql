SET 'execution.runtime-mode' = 'batch';
CREATE TABLE scans (parcel BIGINT, hub STRING, seen TIMESTAMP(3)) WITH ('topic'='scans','scan.bounded.mode'='latest-offset','connector'='kafka','properties.bootstrap.servers'='broker:9092','scan.startup.mode'='earliest-offset','format'='json');
CREATE TABLE busy (hub STRING, n BIGINT) WITH ('connector'='blackhole');
INSERT INTO busy SELECT hub, COUNT(*) FROM TABLE(SESSION(TABLE scans PARTITION BY hub, DESCRIPTOR(seen), INTERVAL '1' HOUR)) GROUP BY hub, window_start, window_end;
