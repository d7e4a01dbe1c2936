import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** OpenSearch: a sink. */
export const opensearch: Connector = {
  id: "opensearch",
  title: "OpenSearch",
  artifacts: [
    "org.apache.flink:flink-connector-opensearch*",
    "org.apache.flink:flink-sql-connector-opensearch*",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.opensearch.sink.OpensearchSink",
      role: "sink",
      builder: "org.apache.flink.connector.opensearch.sink.OpensearchSinkBuilder",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["opensearch", "opensearch-2"],
      roles: ["sink"],
      options: recordedOptions("opensearch", {
        formats: [{ key: "format", prefix: "" }],
        complete: false,
      }),
    }),
  ],
};
