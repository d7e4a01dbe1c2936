import { findTable } from "../../catalog/names.ts";
import type { Relation } from "../../catalog/relation.ts";
import { relationsIn } from "../../catalog/relations-in.ts";
import { fullName, type TablePath } from "../../catalog/table.ts";
import type { Call } from "../../values/log.ts";
import type { TableEnvironment, Tables } from "./state.ts";

/**
 * Whether a job rests on a table of `from` that is dropped since, which is noted: `from` keeps a name, and that is looked up when
 * the job is planned.
 */
export function failsForDropped(
  tables: Tables,
  { session }: TableEnvironment,
  call: Call,
  queries: readonly Relation[],
): boolean {
  const dropped = queries
    .flatMap((it) => namesBelow(tables, it))
    .find((it) => findTable(session, it).kind === "missing");
  if (dropped !== undefined) {
    const exception = "org.apache.calcite.runtime.CalciteException";
    const message = `Table '${fullName(dropped)}' not found.`;
    tables.failures.push({ call, failure: { exception, message, at: call.name } });
  }
  return dropped !== undefined;
}

/** `sqlQuery` and `addInsertSql` look their tables up at once: below them no name is left. */
function namesBelow({ named, planned }: Tables, relation: Relation): readonly TablePath[] {
  const all = relationsIn(relation);
  const settled = new Set(all.filter((it) => planned.has(it)).flatMap(relationsIn));
  return all.flatMap((it) => {
    const path = settled.has(it) ? undefined : named.get(it);
    return path === undefined ? [] : [path];
  });
}
