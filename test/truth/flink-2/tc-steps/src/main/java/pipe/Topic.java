package pipe;

enum Topic {
  IN_EVENTS("kafka", "uid BIGINT, url STRING, ms BIGINT, rt TIMESTAMP(3), WATERMARK FOR rt AS rt", "'scan.startup.mode' = 'latest-offset', 'format' = 'json'"),
  CATEGORIES("upsert-kafka", "url STRING, category STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts, PRIMARY KEY (url) NOT ENFORCED", "'key.format' = 'raw', 'value.format' = 'json'"),
  OUT_EVENTS("upsert-kafka", "category STRING, url STRING, total BIGINT, PRIMARY KEY (category, url) NOT ENFORCED", "'key.format' = 'json', 'value.format' = 'json'");

  private final String connector;
  private final String columns;
  private final String more;

  Topic(String connector, String columns, String more) {
    this.connector = connector;
    this.columns = columns;
    this.more = more;
  }

  String toDdl() {
    return """
        CREATE TABLE %s (%s) WITH (
          'connector' = '%s',
          'topic' = '%s',
          'properties.bootstrap.servers' = '%s',
          %s
        )""".formatted(name().toLowerCase(), columns, connector, name().replace('_', '.').toLowerCase(), Config.BROKERS, more);
  }
}
