-- :name table :args topic,group
CREATE TABLE <<name>> (
  device STRING,
  temp DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = '<<topic>>',
  'properties.bootstrap.servers' = 'iot:9092',
  'properties.group.id' = '<<group>>',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
)
-- :name hot
SELECT device, temp FROM <<from>> WHERE temp > <<limit>>
-- :name load
INSERT INTO <<into>> <<query>>
