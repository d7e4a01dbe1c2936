import { plainColumn } from "./prune/columns.ts";
import type { Relation, Scalar, TableFunctionRelation } from "./relation.ts";

/** WindowUtil: a window aggregation groups by start and end of the window; that of a session by its keys besides, and nothing else. */
export function mayGroupWindows(groups: readonly Scalar[], input: Relation): boolean {
  const window = windowBelow(input);
  if (window === undefined) {
    return true;
  }
  const parts = groups.flatMap((it) => windowPart(input, it) ?? []);
  const keys = new Set(window.partitionBy?.map(plainColumn));
  const isWhole = parts.includes("window_start") && parts.includes("window_end");
  const isSession = window.name.toUpperCase() === "SESSION";
  return isWhole && (!isSession || groups.length - parts.length === keys.size);
}

/** The window function of a FROM below, with nothing between but what hands on its columns. */
function windowBelow(relation: Relation): TableFunctionRelation | undefined {
  switch (relation.kind) {
    case "project":
    case "filter":
    case "aggregate":
      return windowBelow(relation.input);
    case "tableFunction":
      return relation.partitionBy === undefined ? undefined : relation;
    default:
      return undefined;
  }
}

/** The name of the window's own column that an expression is. */
function windowPart(relation: Relation, scalar: Scalar | undefined): string | undefined {
  const index = scalar === undefined ? undefined : plainColumn(scalar);
  return index === undefined ? undefined : windowPartAt(relation, index);
}

/** The name of the window's own column that a column is. */
export function windowPartAt(relation: Relation, index: number): string | undefined {
  switch (relation.kind) {
    case "project":
      return windowPart(relation.input, relation.expressions[index]);
    case "filter":
      return windowPartAt(relation.input, index);
    case "aggregate":
      return windowPart(relation.input, relation.groups[index]);
    case "tableFunction":
      return index < (relation.inputs[0]?.columns.length ?? 0)
        ? undefined
        : relation.columns[index]?.name;
    default:
      return undefined;
  }
}
