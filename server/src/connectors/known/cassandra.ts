import { cassandraApi } from "../cassandra-api.ts";
import type { Connector } from "../connector.ts";

/** Apache Cassandra, on Flink 1.x only. */
export const cassandra: Connector = {
  id: "cassandra",
  title: "Apache Cassandra",
  artifacts: ["org.apache.flink:flink-connector-cassandra*"],
  api: cassandraApi,
  tables: [],
};
