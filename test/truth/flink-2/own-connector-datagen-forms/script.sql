CREATE TABLE seq (n BIGINT) WITH ('connector' = 'datagen', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '9');
CREATE TABLE few (n BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '4');
CREATE TABLE a (n BIGINT) WITH ('connector' = 'print');
CREATE TABLE b (n BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO a SELECT n FROM few UNION ALL SELECT n FROM seq;
INSERT INTO b SELECT n FROM few;
