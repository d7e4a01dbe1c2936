import type { Boundedness, Connector, TableUse } from "../connector.ts";
import { constantOption, documentedOptions, tableFactory } from "../table-facts.ts";

/** Apache Hudi. */
export const hudi: Connector = {
  id: "hudi",
  title: "Apache Hudi",
  artifacts: ["org.apache.hudi:hudi-flink*"],
  tables: [
    tableFactory({
      identifiers: ["hudi"],
      roles: ["source", "sink", "lookup"],
      validates: false,
      options: documentedOptions(
        ["path"],
        ["table.type", "read.streaming.enabled", "read.start-commit", "read.end-commit"],
        {
          prefixes: ["hoodie.", "read.", "write.", "hive_sync.", "compaction.", "clean.", "index."],
        },
      ),
      abilities: { filters: "some", projection: true, limit: true, partitions: true },
      boundedness: boundednessOf,
    }),
  ],
};

/** HoodieTableSource.isBounded: not with `read.streaming.enabled`. */
function boundednessOf({ options }: TableUse): Boundedness {
  if (!options.has("read.streaming.enabled")) {
    return "bounded";
  }
  const streaming = constantOption(options, "read.streaming.enabled");
  return streaming === undefined ? "unknown" : streaming === "true" ? "unbounded" : "bounded";
}
