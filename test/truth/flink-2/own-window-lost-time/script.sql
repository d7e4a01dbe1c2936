CREATE TABLE parcels (id BIGINT, weight DOUBLE, sent_at TIMESTAMP(3), WATERMARK FOR sent_at AS sent_at - INTERVAL '1' MINUTE) WITH ('topic'='parcels','connector'='kafka','properties.bootstrap.servers'='broker:9092','scan.startup.mode'='earliest-offset','format'='json');
CREATE TABLE routes (parcel BIGINT, hub STRING) WITH ('topic'='routes','connector'='kafka','properties.bootstrap.servers'='broker:9092','scan.startup.mode'='earliest-offset','format'='json');
CREATE TEMPORARY VIEW routed AS SELECT r.hub, p.weight, p.sent_at FROM parcels AS p JOIN routes AS r ON r.parcel = p.id;
CREATE TABLE loads (hub STRING, ends TIMESTAMP(3), weight DOUBLE) WITH ('connector'='blackhole');
INSERT INTO loads SELECT hub, window_end, SUM(weight) FROM TABLE(HOP(TABLE routed, DESCRIPTOR(sent_at), INTERVAL '10' MINUTE, INTERVAL '1' HOUR)) GROUP BY hub, window_start, window_end;
