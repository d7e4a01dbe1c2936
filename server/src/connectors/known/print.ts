import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";
import { noMetadata } from "../metadata-keys.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** A sink that prints each row to the task manager's output. */
export const print: Connector = {
  id: "print",
  title: "Print",
  artifacts: ["org.apache.flink:flink-table-api-java-bridge"],
  api: unseenApi([
    { class: "org.apache.flink.streaming.api.functions.sink.PrintSinkFunction", role: "sink" },
    { class: "org.apache.flink.streaming.api.functions.sink.PrintSink", role: "sink" },
    { class: "org.apache.flink.api.connector.sink.PrintSink", role: "sink" },
    {
      class: "org.apache.flink.streaming.api.functions.sink.legacy.PrintSinkFunction",
      role: "sink",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["print"],
      roles: ["sink"],
      overwrites: "never",
      changes: "changes",
      metadata: noMetadata,
      options: recordedOptions("print"),
    }),
  ],
};
