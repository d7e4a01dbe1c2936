import type { Relation } from "../relation.ts";
import { inputsOf } from "../walk.ts";
import { columnsOf, readColumns, withColumnsOf } from "./columns.ts";

/** The columns that a relation reads of each of its inputs where these columns of its own are read. */
export function readOfInputs(
  relation: Relation,
  wanted: readonly number[],
): readonly (readonly number[])[] {
  switch (relation.kind) {
    case "project":
      return [columnsOf(relation.expressions.filter((_, index) => wanted.includes(index)))];
    case "filter":
      return [withColumnsOf(wanted, [relation.condition])];
    case "sort":
      return [withColumnsOf(wanted, relation.keys)];
    case "aggregate": {
      const width = relation.groups.length;
      // COUNT of a column that is never null counts rows.
      const calls = relation.calls
        .filter((it, index) => wanted.includes(width + index) && it.function !== "COUNT")
        .flatMap((it) => (it.filter === undefined ? it.arguments : [...it.arguments, it.filter]));
      return [columnsOf([...relation.groups, ...calls])];
    }
    case "join": {
      const width = relation.left.columns.length;
      const all = [
        ...wanted,
        ...(relation.condition === undefined ? [] : readColumns(relation.condition)),
      ];
      return [
        all.filter((it) => it < width),
        all.filter((it) => it >= width).map((it) => it - width),
      ];
    }
    case "set":
      return relation.inputs.map((it) =>
        relation.operator === "union" && relation.all ? wanted : allColumns(it),
      );
    default:
      return inputsOf(relation).map(allColumns);
  }
}

/** The places of all columns. */
export function allColumns({ columns }: Relation): readonly number[] {
  return columns.map((_, index) => index);
}
