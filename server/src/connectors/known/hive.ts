import type { Boundedness, Connector, TableUse } from "../connector.ts";
import { constantOption, documentedOptions, tableFactory } from "../table-facts.ts";

/** Apache Hive: the tables of a Hive catalog; there is no `'connector' = 'hive'` to write in WITH but the catalog sets it. */
export const hive: Connector = {
  id: "hive",
  title: "Apache Hive",
  artifacts: [
    "org.apache.flink:flink-connector-hive*",
    "org.apache.flink:flink-sql-connector-hive*",
  ],
  tables: [
    tableFactory({
      identifiers: ["hive"],
      roles: ["source", "sink", "lookup"],
      validates: false,
      options: documentedOptions([], ["streaming-source.enable", "lookup.join.cache.ttl"], {
        prefixes: ["streaming-source.", "partition.", "sink.", "lookup.", "hive."],
      }),
      abilities: { filters: "none", projection: true, limit: true, partitions: true },
      boundedness: boundednessOf,
    }),
  ],
  catalog: {
    types: ["hive"],
    keepsTableComment: true,
    keepsColumnComments: true,
    storedType: (type) => type,
  },
};

/** HiveTableSource.isStreamingSource. */
function boundednessOf({ options }: TableUse): Boundedness {
  if (!options.has("streaming-source.enable")) {
    return "bounded";
  }
  const streaming = constantOption(options, "streaming-source.enable");
  return streaming === undefined ? "unknown" : streaming === "true" ? "unbounded" : "bounded";
}
