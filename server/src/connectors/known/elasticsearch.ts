import type { Connector } from "../connector.ts";
import { documentedOptions, recordedOptions, tableFactory } from "../table-facts.ts";

/** Elasticsearch 6, 7 and 8: a sink. */
export const elasticsearch: Connector = {
  id: "elasticsearch",
  title: "Elasticsearch",
  artifacts: [
    "org.apache.flink:flink-connector-elasticsearch*",
    "org.apache.flink:flink-sql-connector-elasticsearch*",
  ],
  tables: [
    tableFactory({
      identifiers: ["elasticsearch-7"],
      roles: ["sink"],
      options: recordedOptions("elasticsearch-7", {
        formats: [{ key: "format", prefix: "" }],
        // Options of other releases of the connector than the recorded one.
        complete: false,
      }),
    }),
    tableFactory({
      identifiers: ["elasticsearch-8", "elasticsearch-6"],
      roles: ["sink"],
      options: documentedOptions(
        ["hosts", "index"],
        ["document-type", "username", "password", "document-id.key-delimiter", "format"],
        { prefixes: ["sink.", "connection."], formats: [{ key: "format", prefix: "" }] },
      ),
    }),
  ],
};
