import { printDataType } from "../../../server/src/catalog/data-type.ts";
import type { JobSink, SinkColumn } from "../../../server/src/catalog/effect.ts";
import type { Origin, Relation } from "../../../server/src/catalog/relation.ts";
import { fullName } from "../../../server/src/catalog/table.ts";
import { applied } from "../catalog-script.ts";
import type { BlockKind } from "../section.ts";

/** For each job of the script: the columns that its sink gets, the type of each in the query, and the columns it comes from. */
export const columns: BlockKind = {
  actual(section, block) {
    const text = section.files
      .filter((it) => it.path !== "pom.xml")
      .map((it) => it.text)
      .join("\n");
    const { effects } = applied(text, { version: block.attributes.get("flink") ?? "2.3" });
    return effects
      .filter(
        (_, index) => effects[index - 1]?.kind !== "failure" || effects[index]?.kind === "failure",
      )
      .flatMap((it): readonly string[] => {
        if (it.kind === "failure") {
          return [`refused: ${it.message}`];
        }
        if (it.kind !== "job") {
          return [];
        }
        return it.query === undefined ? it.sinks.map(sinkText) : [queryText(it.query)];
      })
      .join("\n");
  },
};

function sinkText(sink: JobSink): string {
  return [fullName(sink.table.path), ...sink.columns.map((it) => `  ${sinkColumn(sink, it)}`)].join(
    "\n",
  );
}

function sinkColumn(sink: JobSink, column: SinkColumn): string {
  if (column.from === undefined) {
    return `${column.name}: NULL`;
  }
  const from = column.from.kind === "column" ? sink.query.columns[column.from.index] : undefined;
  return from === undefined
    ? `${column.name}: a constant`
    : `${column.name}: ${printDataType(from.type)}${originsText(from.origins, from.open)}`;
}

function queryText(query: Relation): string {
  const lines = query.columns.map(
    (it) => `  ${it.name}: ${printDataType(it.type)}${originsText(it.origins, it.open)}`,
  );
  return ["to the client", ...lines].join("\n");
}

function originsText(origins: readonly Origin[], open: boolean): string {
  const all = origins.map(
    (it) =>
      `${it.table.split(".").at(-1)}.${it.column}${it.path === undefined ? "" : `.${it.path}`}${it.kinds.join() === "IDENTITY" ? "" : ` (${it.kinds.join(", ").toLowerCase()})`}`,
  );
  const known = [...all, ...(open ? ["?"] : [])];
  return known.length === 0 ? "" : ` <- ${known.join(", ")}`;
}
