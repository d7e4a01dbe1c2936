import { unseenApi } from "../api.ts";
import { cdcBoundedness, cdcChanges } from "../cdc-tables.ts";
import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** The changes of PostgreSQL tables, read from its log. */
export const postgresCdc: Connector = {
  id: "postgres-cdc",
  title: "PostgreSQL CDC",
  artifacts: [
    "org.apache.flink:flink-connector-postgres-cdc",
    "org.apache.flink:flink-sql-connector-postgres-cdc",
    "com.ververica:flink-connector-postgres-cdc",
    "com.ververica:flink-sql-connector-postgres-cdc",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.cdc.connectors.postgres.PostgreSQLSource",
      role: "source",
      factories: ["builder"],
      boundedness: "unbounded",
    },
    {
      class: "com.ververica.cdc.connectors.postgres.PostgreSQLSource",
      role: "source",
      factories: ["builder"],
      boundedness: "unbounded",
    },
    {
      class:
        "org.apache.flink.cdc.connectors.postgres.source.PostgresSourceBuilder.PostgresIncrementalSource",
      role: "source",
      factories: ["builder"],
      builder: "org.apache.flink.cdc.connectors.postgres.source.PostgresSourceBuilder",
      boundedness: "unbounded",
    },
    {
      class:
        "com.ververica.cdc.connectors.postgres.source.PostgresSourceBuilder.PostgresIncrementalSource",
      role: "source",
      factories: ["builder"],
      builder: "com.ververica.cdc.connectors.postgres.source.PostgresSourceBuilder",
      boundedness: "unbounded",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["postgres-cdc"],
      roles: ["source"],
      changes: cdcChanges,
      options: recordedOptions("postgres-cdc", { prefixes: ["debezium.", "jdbc.properties."] }),
      abilities: { metadata: true },
      boundedness: cdcBoundedness,
    }),
  ],
};
