-- No build file, no Flink configuration: what is assumed instead is listed with the answer.
SET 'pipeline.name' = 'clicks per page';

CREATE TABLE clicks (
  user_id    BIGINT,
  page       STRING,
  clicked_at TIMESTAMP(3),
  WATERMARK FOR clicked_at AS clicked_at - INTERVAL '10' SECOND
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '100'
);

CREATE TABLE clicks_per_page (
  window_start TIMESTAMP(3),
  window_end   TIMESTAMP(3),
  page         STRING,
  clicks       BIGINT
) PARTITIONED BY (page) WITH (
  'connector' = 'filesystem',
  'path' = 's3://lake/clicks-per-page',
  'format' = 'json'
);

CREATE TABLE clicks_on_screen WITH ('connector' = 'print') LIKE clicks_per_page (EXCLUDING ALL);

INSERT INTO clicks_per_page
SELECT window_start, window_end, page, COUNT(*)
FROM TUMBLE(TABLE clicks, DESCRIPTOR(clicked_at), INTERVAL '1' MINUTE)
GROUP BY window_start, window_end, page;

INSERT INTO clicks_on_screen
SELECT window_start, window_end, page, COUNT(*)
FROM TUMBLE(TABLE clicks, DESCRIPTOR(clicked_at), INTERVAL '10' SECOND)
GROUP BY window_start, window_end, page;
