import type { Boundedness, Connector, RowChanges, TableUse } from "../connector.ts";
import { constantOption, recordedOptions, tableFactory } from "../table-facts.ts";

/** Apache Paimon: tables of its catalogs, or a table with `'connector' = 'paimon'`. */
export const paimon: Connector = {
  id: "paimon",
  title: "Apache Paimon",
  artifacts: ["org.apache.paimon:paimon-flink*"],
  tables: [
    tableFactory({
      identifiers: ["paimon"],
      roles: ["source", "sink", "lookup"],
      validates: false,
      changesRows: true,
      options: recordedOptions("paimon", { complete: false }),
      abilities: {
        filters: "some",
        projection: true,
        limit: true,
        aggregates: true,
        watermark: true,
      },
      boundedness: boundednessOf,
      changes: changesOf,
    }),
  ],
  catalog: {
    types: ["paimon", "paimon-generic"],
    keepsTableComment: true,
    keepsColumnComments: true,
    storedType: (type) => type,
  },
};

/** DataTableSource.getChangelogMode: rows by key change, save in batch mode and where only the first of each is kept. */
function changesOf({ role, hasPrimaryKey, options, runtimeMode }: TableUse): RowChanges {
  if (role === "sink" || !hasPrimaryKey) {
    return "unknown";
  }
  if (runtimeMode === "BATCH") {
    return "appends";
  }
  return constantOption(options, "merge-engine") === "first-row" ? "appends" : "changes";
}

/** AbstractFlinkTableFactory reads the runtime mode: a table is read without end in streaming mode. */
function boundednessOf({ runtimeMode }: TableUse): Boundedness {
  switch (runtimeMode) {
    case "STREAMING":
      return "unbounded";
    case "BATCH":
      return "bounded";
    case "AUTOMATIC":
      return "unknown";
  }
}
