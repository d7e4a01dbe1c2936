-- where clicks come from; several brokers
CREATE TABLE clicks (
  user_id BIGINT, /* who */
  url STRING,
  seen TIMESTAMP_LTZ(3) METADATA FROM 'timestamp'
) WITH (
  'connector' = 'kafka', 'topic' = '${stage}.clicks', 'properties.bootstrap.servers' = '${servers:-kafka:9092}',
  'properties.group.id' = 'g', 'scan.startup.mode' = 'latest-offset', 'format' = 'json'
);
CREATE TABLE pages (
  url STRING, visits BIGINT, PRIMARY KEY (url) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka', 'topic' = '${stage}.pages', 'properties.bootstrap.servers' = '${servers:-kafka:9092}',
  'key.format' = 'json', 'value.format' = 'json'
);
