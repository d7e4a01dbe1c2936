import type { Relation, Scalar, UnpivotRelation } from "../relation.ts";
import { inputsOf } from "../walk.ts";
import { columnsOf, plainColumn, readColumns } from "./columns.ts";
import { conjunctsOf } from "./contradiction.ts";

/** An UNPIVOT of which a measure is computed from several columns, as far as these columns of the query are read. */
export function unpivotWithMeasures(
  relation: Relation,
  wanted: readonly number[],
): UnpivotRelation | undefined {
  switch (relation.kind) {
    case "project":
      return unpivotWithMeasures(
        relation.input,
        columnsOf(relation.expressions.filter((_, index) => wanted.includes(index))),
      );
    case "filter": {
      const conjuncts = conjunctsOf(relation.condition);
      // One value of an axis may leave one list of columns, which needs no choice.
      return conjuncts.some(isOneValue)
        ? undefined
        : unpivotWithMeasures(relation.input, [
            ...wanted,
            ...columnsOf(conjuncts.filter((it) => !asksForNull(it))),
          ]);
    }
    case "sort":
      return unpivotWithMeasures(relation.input, [...wanted, ...columnsOf(relation.keys)]);
    case "aggregate": {
      const width = relation.groups.length;
      const calls = relation.calls
        .filter((it, index) => wanted.includes(width + index) && it.function !== "COUNT")
        .flatMap((it) => (it.filter === undefined ? it.arguments : [...it.arguments, it.filter]));
      return unpivotWithMeasures(relation.input, columnsOf([...relation.groups, ...calls]));
    }
    case "join": {
      const width = relation.left.columns.length;
      const all = [
        ...wanted,
        ...(relation.condition === undefined ? [] : readColumns(relation.condition)),
      ];
      return (
        unpivotWithMeasures(
          relation.left,
          all.filter((it) => it < width),
        ) ??
        unpivotWithMeasures(
          relation.right,
          all.filter((it) => it >= width).map((it) => it - width),
        )
      );
    }
    case "unpivot":
      return readsMeasure(relation, wanted)
        ? relation
        : unpivotWithMeasures(relation.input, allColumns(relation.input));
    case "set":
      if (relation.operator === "union" && relation.all) {
        return firstOf(relation.inputs, () => wanted);
      }
      return firstOf(relation.inputs, allColumns);
    default:
      return firstOf(inputsOf(relation), allColumns);
  }
}

function firstOf(
  inputs: readonly Relation[],
  wanted: (input: Relation) => readonly number[],
): UnpivotRelation | undefined {
  for (const input of inputs) {
    const found = unpivotWithMeasures(input, wanted(input));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The places of all columns. */
export function allColumns({ columns }: Relation): readonly number[] {
  return columns.map((_, index) => index);
}

function readsMeasure(relation: UnpivotRelation, wanted: readonly number[]): boolean {
  const from = relation.kept.length + relation.axes;
  const measures = relation.columns.length - from;
  const chosen = relation.includeNulls || relation.values.length > 1 || measures > 1;
  return chosen && wanted.some((it) => it >= from);
}

function asksForNull(conjunct: Scalar): boolean {
  const [operand] = conjunct.kind === "call" ? conjunct.operands : [];
  return (
    conjunct.kind === "call" &&
    /^IS (NOT )?NULL$/.test(conjunct.operator) &&
    operand !== undefined &&
    plainColumn(operand) !== undefined
  );
}

function isOneValue(conjunct: Scalar): boolean {
  return (
    conjunct.kind === "call" &&
    conjunct.operator === "=" &&
    conjunct.operands.some((it) => it.kind === "literal")
  );
}
