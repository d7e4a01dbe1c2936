CREATE TABLE stock (symbol STRING, price DOUBLE) WITH ('connector' = 'kafka', 'topic' = '%s', 'properties.bootstrap.servers' = '%s', 'scan.startup.mode' = 'latest-offset', 'format' = 'json')
