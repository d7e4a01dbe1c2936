CREATE TABLE src (k STRING, v BIGINT) WITH ('connector' = 'kafka', 'topic' = ':source', 'properties.bootstrap.servers' = ':brokers',
  'properties.group.id' = 'scan', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');

CREATE TABLE dst (k STRING, v BIGINT) WITH ('connector' = 'kafka', 'topic' = ':target', 'properties.bootstrap.servers' = ':brokers', 'format' = 'json');

INSERT INTO dst SELECT k, v + 1 FROM src;
