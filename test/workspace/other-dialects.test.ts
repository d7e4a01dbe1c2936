import { expect, test } from "vitest";
import { isFlinkSql } from "../../server/src/syntax/sql/is-flink-sql.ts";

// Other people's SQL: each shape with several names, so that no single word makes the difference.
const shapes: Readonly<Record<string, readonly string[]>> = {
  postgres: [
    "CREATE TABLE IF NOT EXISTS $t (id bigserial PRIMARY KEY, $c jsonb NOT NULL DEFAULT '{}'::jsonb) WITH (fillfactor = 70);",
    "CREATE MATERIALIZED VIEW $t AS SELECT $c, count(*) FROM events GROUP BY 1 WITH NO DATA;",
    "SET search_path = $t, public; SELECT $c FROM $t WHERE ts > now() - interval '1 day';",
    "INSERT INTO $t ($c) VALUES ('x') ON CONFLICT ($c) DO UPDATE SET $c = EXCLUDED.$c RETURNING id;",
    "CREATE SUBSCRIPTION $t CONNECTION 'host=a dbname=b' PUBLICATION p WITH (copy_data = false, slot_name = '$c');",
  ],
  mysql: [
    "CREATE TABLE `$t` (`$c` INT UNSIGNED NOT NULL AUTO_INCREMENT, PRIMARY KEY (`$c`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='connector';",
    "SET NAMES utf8mb4; SET @$c = 1; REPLACE INTO $t VALUES (@$c);",
    "SELECT * FROM $t FOR SYSTEM_TIME AS OF TIMESTAMP '2026-01-01 00:00:00';",
  ],
  sqlServer: [
    "SELECT TOP 10 [$c] FROM [dbo].[$t] FOR SYSTEM_TIME AS OF '2026-01-01' WITH (NOLOCK);",
    "SELECT * FROM $t FOR SYSTEM_TIME AS OF @$c;",
    "SET NOCOUNT ON; EXEC sp_rename '$t', '$c';",
    "CREATE TABLE $t ($c INT) WITH (DISTRIBUTION = HASH($c), CLUSTERED COLUMNSTORE INDEX);",
  ],
  oracle: [
    "CREATE TABLE $t ($c NUMBER(10) GENERATED ALWAYS AS IDENTITY) TABLESPACE users;",
    "MERGE INTO $t d USING src s ON (d.$c = s.$c) WHEN MATCHED THEN UPDATE SET d.n = s.n;",
    "SELECT * FROM $t MATCH_RECOGNIZE (ORDER BY $c MEASURES A.$c AS s PATTERN (A B+) DEFINE B AS B.$c > A.$c);",
  ],
  snowflake: [
    "CREATE OR REPLACE TABLE $t ($c VARIANT) CLUSTER BY ($c); COPY INTO $t FROM @stage FILE_FORMAT = (TYPE = 'JSON');",
    "CREATE STREAM $t ON TABLE base; CREATE TASK $c WAREHOUSE = wh AS INSERT INTO a SELECT * FROM $t;",
  ],
  bigQuery: [
    "CREATE OR REPLACE TABLE `p.d.$t` PARTITION BY DATE($c) OPTIONS (description = 'x') AS SELECT * FROM `p.d.s`;",
    "SELECT * FROM `p.d.$t` FOR SYSTEM_TIME AS OF TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 HOUR);",
    "CREATE MODEL `d.$t` OPTIONS (model_type = 'linear_reg', input_label_cols = ['$c']) AS SELECT 1 AS x;",
  ],
  sparkAndHive: [
    "CREATE TABLE $t ($c STRING) USING delta PARTITIONED BY ($c) LOCATION 's3://b/p';",
    "CREATE EXTERNAL TABLE $t ($c STRING) STORED AS PARQUET TBLPROPERTIES ('connector' = 'x');",
    "INSERT OVERWRITE TABLE $t PARTITION (dt='1') SELECT /*+ BROADCAST(b) */ a.$c FROM a JOIN b;",
    "SET spark.sql.shuffle.partitions = 10; SET hive.exec.dynamic.partition = true; SELECT $c FROM $t;",
  ],
  trino: [
    "CREATE TABLE hive.$t.x ($c varchar) WITH (format = 'ORC', partitioned_by = ARRAY['$c']);",
    "SELECT * FROM TABLE(system.query(query => 'SELECT $c FROM $t'));",
    "SELECT * FROM TABLE(f(input => TABLE($t), columns => DESCRIPTOR($c)));",
    "CREATE CATALOG $t USING postgresql WITH (\"connection-url\" = 'jdbc:postgresql:x');",
  ],
  clickHouse: [
    "CREATE TABLE $t ($c String) ENGINE = Kafka SETTINGS kafka_broker_list = 'a:9092', kafka_topic_list = 't';",
    "CREATE MATERIALIZED VIEW $t TO dst AS SELECT $c FROM q;",
  ],
  duckDbAndSqlite: [
    "CREATE TABLE $t AS SELECT $c FROM read_parquet('x/*.parquet'); PRAGMA table_info('$t');",
    "COPY $t TO 'out.parquet' (FORMAT PARQUET, COMPRESSION ZSTD);",
  ],
  streaming: [
    "CREATE SOURCE $t ($c int, WATERMARK FOR $c AS $c - INTERVAL '5' SECOND) WITH (connector = 'kafka', topic = 'x') FORMAT PLAIN ENCODE JSON;",
    "CREATE SINK $t FROM mv WITH (connector = 'jdbc', jdbc.url = 'jdbc:x', table.name = '$c');",
    "CREATE STREAM $t ($c VARCHAR) WITH (KAFKA_TOPIC = 'x', VALUE_FORMAT = 'JSON');",
    "CREATE MATERIALIZED VIEW $t AS SELECT window_start FROM TUMBLE(src, $c, INTERVAL '1' MINUTE);",
    "CREATE TABLE $t ($c TEXT) WITH (connector = 'kafka', bootstrap_servers = 'x', type = 'source');",
    "CREATE OR REPLACE EXTERNAL MAPPING $t ($c INT) TYPE Kafka OPTIONS ('bootstrap.servers' = 'x');",
  ],
  templates: [
    "{{ config(materialized='table') }} SELECT $c FROM {{ ref('$t') }} WHERE 1 = 1",
    "-- the Flink job reads this table\nCREATE TABLE $t ($c INT);",
    "/* WATERMARK FOR ts AS ts */ SELECT '$t' AS note, 'EXECUTE STATEMENT SET' AS $c;",
  ],
};

const names: readonly (readonly [string, string])[] = [
  ["orders", "amount"],
  ["connector", "watermark"],
  ["statement_set", "descriptor"],
  ["flink_events", "flink"],
  ["sink", "source"],
];

const texts = Object.values(shapes)
  .flat()
  .flatMap((shape) =>
    names.map(([table, column]) => shape.replaceAll("$t", table).replaceAll("$c", column)),
  );

test("200 texts of other dialects stay silent", () => {
  expect(texts.length).toBeGreaterThanOrEqual(200);
  expect(texts.filter(isFlinkSql)).toEqual([]);
});
