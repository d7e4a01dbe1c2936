-- Page views by country, every day.

SET 'execution.job-status-changed-listeners' = 'io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory';
SET 'pipeline.name' = 'views by country';
CREATE TABLE visits (page STRING, country STRING, seen TIMESTAMP(3)) WITH (
  'connector' = 'filesystem', 'path' = 'file:///data/views', 'format' = 'json'
);
CREATE TABLE countries (country STRING, number BIGINT, PRIMARY KEY (country) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'views.countries', 'properties.bootstrap.servers' = 'views:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
CREATE TEMPORARY VIEW seen AS SELECT country, page FROM visits WHERE page <> '/health';
INSERT INTO countries SELECT country, COUNT(*) FROM seen GROUP BY country;
