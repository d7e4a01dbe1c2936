import type { Boundedness, Connector, TableUse } from "../connector.ts";
import { icebergApi } from "../iceberg-api.ts";
import { constantOption, recordedOptions, tableFactory } from "../table-facts.ts";

/** Apache Iceberg: tables of its catalogs, or a table with `'connector' = 'iceberg'`. */
export const iceberg: Connector = {
  id: "iceberg",
  title: "Apache Iceberg",
  artifacts: ["org.apache.iceberg:iceberg-flink*"],
  api: icebergApi,
  tables: [
    tableFactory({
      identifiers: ["iceberg"],
      roles: ["source", "sink"],
      // The table's own properties and those of the catalog stand in WITH too.
      validates: false,
      options: recordedOptions("iceberg", { complete: false }),
      abilities: { filters: "some", projection: true, limit: true },
      boundedness: boundednessOf,
    }),
  ],
  catalog: {
    types: ["iceberg"],
    keepsTableComment: false,
    keepsColumnComments: false,
    storedType,
  },
};

function boundednessOf({ options }: TableUse): Boundedness {
  if (!options.has("streaming")) {
    return "bounded";
  }
  const streaming = constantOption(options, "streaming");
  return streaming === undefined
    ? "unknown"
    : streaming.toLowerCase() === "true"
      ? "unbounded"
      : "bounded";
}

/** FlinkTypeToType and back (TypeToFlinkType): Iceberg has fewer types, and microseconds. */
function storedType(type: string): string {
  return type
    .replace(/\b(?:VAR)?CHAR\(\d+\)/g, "STRING")
    .replace(/\bVARBINARY\(\d+\)/g, "BYTES")
    .replace(/\b(?:TINYINT|SMALLINT)\b/g, "INT")
    .replace(/\b(TIMESTAMP|TIMESTAMP_LTZ)\([0-6]\)/g, "$1(6)")
    .replace(/\bMAP<(\w+(?:\([\d, ]+\))?), /g, "MAP<$1 NOT NULL, ")
    .replace(/\bMULTISET<(\w+(?:\([\d, ]+\))?)(?: NOT NULL)?>/g, "MAP<$1 NOT NULL, INT NOT NULL>");
}
