import { unseenApi } from "../api.ts";
import { cdcBoundedness, cdcChanges } from "../cdc-tables.ts";
import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** The changes of MySQL tables, read from its log. */
export const mysqlCdc: Connector = {
  id: "mysql-cdc",
  title: "MySQL CDC",
  artifacts: [
    "org.apache.flink:flink-connector-mysql-cdc",
    "org.apache.flink:flink-sql-connector-mysql-cdc",
    "com.ververica:flink-connector-mysql-cdc",
    "com.ververica:flink-sql-connector-mysql-cdc",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.cdc.connectors.mysql.source.MySqlSource",
      role: "source",
      factories: ["builder"],
      builder: "org.apache.flink.cdc.connectors.mysql.source.MySqlSourceBuilder",
      boundedness: "unbounded",
    },
    {
      class: "com.ververica.cdc.connectors.mysql.source.MySqlSource",
      role: "source",
      factories: ["builder"],
      builder: "com.ververica.cdc.connectors.mysql.source.MySqlSourceBuilder",
      boundedness: "unbounded",
    },
    {
      class: "com.ververica.cdc.connectors.mysql.MySqlSource",
      role: "source",
      factories: ["builder"],
      boundedness: "unbounded",
    },
    {
      class: "com.alibaba.ververica.cdc.connectors.mysql.MySQLSource",
      role: "source",
      factories: ["builder"],
      boundedness: "unbounded",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["mysql-cdc"],
      roles: ["source"],
      changes: cdcChanges,
      options: recordedOptions("mysql-cdc", { prefixes: ["debezium.", "jdbc.properties."] }),
      abilities: { metadata: true },
      boundedness: cdcBoundedness,
    }),
  ],
};
