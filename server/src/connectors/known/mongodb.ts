import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** MongoDB. */
export const mongodb: Connector = {
  id: "mongodb",
  title: "MongoDB",
  artifacts: [
    "org.apache.flink:flink-connector-mongodb",
    "org.apache.flink:flink-sql-connector-mongodb",
  ],
  tables: [
    tableFactory({
      identifiers: ["mongodb"],
      roles: ["source", "sink", "lookup"],
      // Filter push-down brought further options after the recorded release.
      options: recordedOptions("mongodb", { complete: false }),
      abilities: ({ version }) => ({
        // MongoDynamicTableSource takes filters since 2.0.
        filters: version === undefined || !/^1\./.test(version) ? "some" : "none",
        projection: true,
        limit: true,
      }),
      boundedness: "bounded",
    }),
  ],
};
