import type { Connector, SourceAbilities, SqlDataset, TableUse } from "../connector.ts";
import { jdbcApi } from "../jdbc-api.ts";
import { jdbcDataset } from "../jdbc-names.ts";
import { jdbcReadFault, jdbcTypeFailures } from "../jdbc-types.ts";
import { noMetadata } from "../metadata-keys.ts";
import {
  constantOption,
  missingOption,
  optionText,
  recordedOptions,
  tableFactory,
} from "../table-facts.ts";

/** Databases by JDBC. */
export const jdbc: Connector = {
  id: "jdbc",
  title: "JDBC",
  artifacts: ["org.apache.flink:flink-connector-jdbc*"],
  api: jdbcApi,
  tables: [
    tableFactory({
      identifiers: ["jdbc"],
      roles: ["source", "sink", "lookup"],
      overwrites: "never",
      options: recordedOptions("jdbc"),
      abilities: abilitiesOf,
      boundedness: "bounded",
      // JdbcDynamicTableSink writes by key; a scan reads once what is there.
      changes: ({ role, hasPrimaryKey }) =>
        role === "sink" && hasPrimaryKey ? "changes" : "appends",
      dataset: datasetOf,
      failures: jdbcTypeFailures,
      readFault: jdbcReadFault,
      metadata: noMetadata,
    }),
  ],
};

function abilitiesOf({ options, version }: TableUse): Partial<SourceAbilities> {
  // JdbcDynamicTableSource takes filters since 3.1, unless it is told not to.
  const old = version !== undefined && /^(1\.|3\.0)/.test(version);
  const never = constantOption(options, "filter.handling.policy")?.toLowerCase() === "never";
  return { filters: old || never ? "none" : "some", projection: true, limit: true };
}

/** JdbcTableLineageDatasetIdentifierVisitor: the listener's own reading of the URL, the table's full name nowhere. */
function datasetOf({ options }: TableUse): SqlDataset {
  const url = optionText(options, "url") ?? missingOption("url");
  const table = optionText(options, "table-name") ?? missingOption("table-name");
  if (url.kind === "unknown") {
    return { namespace: url, name: url, symlink: false };
  }
  if (table.kind === "unknown") {
    return { namespace: table, name: table, symlink: false };
  }
  const { namespace, name } = jdbcDataset(url.text, table.text);
  return {
    namespace: { kind: "derived", text: namespace, from: url.from },
    name: { kind: "derived", text: name, from: [...url.from, ...table.from] },
    symlink: false,
  };
}
