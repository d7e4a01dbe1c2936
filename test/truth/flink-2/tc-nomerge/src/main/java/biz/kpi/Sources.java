package biz.kpi;

final class Sources {
  static String kafka(String name, String columns) {
    return new StringBuilder().append("CREATE TABLE ").append(name).append(" (").append(columns).append(") WITH (")
        .append("'connector'='kafka', 'topic'='kpi.").append(name).append("', ")
        .append("'properties.bootstrap.servers'='kpi:9092', 'scan.startup.mode'='latest-offset', 'format'='avro')").toString();
  }
}
