import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";
import { noMetadata } from "../metadata-keys.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** A sink that drops all rows. */
export const blackhole: Connector = {
  id: "blackhole",
  title: "BlackHole",
  artifacts: ["org.apache.flink:flink-table-api-java-bridge"],
  api: unseenApi([
    { class: "org.apache.flink.streaming.api.functions.sink.DiscardingSink", role: "sink" },
    { class: "org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink", role: "sink" },
    { class: "org.apache.flink.streaming.api.functions.sink.legacy.DiscardingSink", role: "sink" },
  ]),
  tables: [
    tableFactory({
      identifiers: ["blackhole"],
      roles: ["sink"],
      overwrites: "never",
      changes: "changes",
      metadata: noMetadata,
      // BlackHoleTableSinkFactory does not validate: whatever is written in WITH is accepted.
      validates: false,
      options: recordedOptions("blackhole", { complete: false }),
    }),
  ],
};
