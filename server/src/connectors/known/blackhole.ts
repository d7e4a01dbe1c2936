import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** A sink that drops all rows. */
export const blackhole: Connector = {
  id: "blackhole",
  title: "BlackHole",
  artifacts: ["org.apache.flink:flink-table-api-java-bridge"],
  tables: [
    tableFactory({
      identifiers: ["blackhole"],
      roles: ["sink"],
      // BlackHoleTableSinkFactory does not validate: whatever is written in WITH is accepted.
      validates: false,
      options: recordedOptions("blackhole", { complete: false }),
    }),
  ],
};
