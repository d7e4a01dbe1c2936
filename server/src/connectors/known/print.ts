import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** A sink that prints each row to the task manager's output. */
export const print: Connector = {
  id: "print",
  title: "Print",
  artifacts: ["org.apache.flink:flink-table-api-java-bridge"],
  tables: [
    tableFactory({
      identifiers: ["print"],
      roles: ["sink"],
      options: recordedOptions("print"),
    }),
  ],
};
