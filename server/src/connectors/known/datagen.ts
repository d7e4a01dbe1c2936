import { unseenApi } from "../api.ts";
import type { ColumnType, TypeFault } from "../column-type.ts";
import type { Connector } from "../connector.ts";
import { isSomewhere, typeFailures } from "../format-types.ts";
import { noMetadata } from "../metadata-keys.ts";
import { recordedOptions, tableFactory, validationException } from "../table-facts.ts";

/** A source of generated rows. */
export const datagen: Connector = {
  id: "datagen",
  title: "DataGen",
  artifacts: ["org.apache.flink:flink-table-api-java-bridge"],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.datagen.source.DataGeneratorSource",
      role: "source",
      boundedness: "bounded",
    },
    {
      class: "org.apache.flink.streaming.api.functions.source.datagen.DataGeneratorSource",
      role: "source",
      boundedness: "unbounded",
    },
    {
      class: "org.apache.flink.api.connector.source.lib.NumberSequenceSource",
      role: "source",
      boundedness: "bounded",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["datagen"],
      roles: ["source"],
      changes: "appends",
      metadata: noMetadata,
      options: recordedOptions("datagen", { prefixes: ["fields."] }),
      abilities: { limit: true },
      failures: (table) => typeFailures(table, generatorFault),
      // DataGenTableSource is bounded by a number of rows only: a sequence with an end is still unbounded.
      boundedness: ({ options }) => (options.has("number-of-rows") ? "bounded" : "unbounded"),
    }),
  ],
};

/** RandomGeneratorVisitor has no generator for them, wherever they stand. */
function generatorFault(type: ColumnType): TypeFault {
  return isSomewhere(type, (it) => it.kind === "STRUCTURED" || it.kind === "VARIANT")
    ? { exception: validationException, message: "datagen makes no STRUCTURED and no VARIANT." }
    : undefined;
}
