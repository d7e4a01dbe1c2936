import type { Relation } from "../../catalog/relation.ts";
import { inputsOf, project, renamed } from "../../catalog/relations.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { type Call, makerOf } from "../../values/log.ts";
import { type Item, queryOfItems, selectedItems, withoutTwins } from "./query-of-calls.ts";
import { refused, type TableObject, type Tables } from "./state.ts";

/** `addColumns`, `addOrReplaceColumns`, `renameColumns`, `dropColumns`; undefined where the columns are not known. */
export function changedColumns(
  tables: Tables,
  table: TableObject,
  call: Call,
): Relation | undefined {
  const { relation } = table;
  if (!relation.complete) {
    return undefined;
  }
  const items = selectedItems(tables, relation, call.arguments);
  if (items === undefined) {
    return undefined;
  }
  switch (call.method) {
    case "renameColumns":
      return renamedColumns(tables, relation, items, call);
    case "dropColumns":
      return withoutColumns(tables, relation, items, call);
    default:
      return queryOfItems(tables, table, call, [
        ...relation.columns.map(({ name }): Item => {
          const replaced =
            call.method === "addOrReplaceColumns" && items.find((it) => it.name === name);
          return replaced || { kind: "column", name };
        }),
        ...items.filter(
          (it) =>
            call.method === "addColumns" || !relation.columns.some(({ name }) => name === it.name),
        ),
      ]);
  }
}

function renamedColumns(
  tables: Tables,
  relation: Relation,
  items: readonly Item[],
  call: Call,
): Relation | undefined {
  const names = new Map(
    items.flatMap((it) => {
      const before = it.kind === "expression" ? columnBelow(tables, it) : undefined;
      return before === undefined || it.name === undefined ? [] : [[before, it.name] as const];
    }),
  );
  if (names.size < items.length) {
    return undefined;
  }
  refuseMissing(tables, relation, [...names.keys()], call);
  const columns = relation.columns.map((it) => names.get(it.name) ?? it.name);
  return withoutTwins(tables, renamed(relation, columns), call);
}

function refuseMissing(
  tables: Tables,
  relation: Relation,
  names: readonly string[],
  call: Call,
): void {
  const missing = names.find((name) => !relation.columns.some((it) => it.name === name));
  if (missing !== undefined) {
    refused(tables, call, `Field ${missing} does not exist in source table`);
  }
}

/** The column that an expression gives another name. */
function columnBelow({ run }: Tables, { value }: Extract<Item, { kind: "expression" }>) {
  const log = run.ask.log();
  const call = makerOf(log, preferred(value));
  const below = call?.method === "as" ? makerOf(log, call.receiver) : call;
  return below?.method === "$" || below?.method === "col"
    ? constantText(below.arguments[0])
    : undefined;
}

function withoutColumns(
  tables: Tables,
  relation: Relation,
  items: readonly Item[],
  call: Call,
): Relation {
  const dropped = new Set(
    items.map((it) => (it.kind === "column" ? it.name : columnBelow(tables, it))),
  );
  refuseMissing(
    tables,
    relation,
    [...dropped].flatMap((it) => it ?? []),
    call,
  );
  const kept = inputsOf(relation).filter((_, index) => !dropped.has(relation.columns[index]?.name));
  const names = relation.columns.map((it) => it.name).filter((it) => !dropped.has(it));
  return project(relation, kept, names, undefined, call.name);
}
