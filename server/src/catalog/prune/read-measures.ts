import type { Relation, Scalar, UnpivotRelation } from "../relation.ts";
import { inputsOf } from "../walk.ts";
import { plainColumn, withColumnsOf } from "./columns.ts";
import { conjunctsOf } from "./contradiction.ts";
import { readOfInputs } from "./read-of-inputs.ts";

/** An UNPIVOT of which a measure is computed from several columns, as far as these columns of the query are read. */
export function unpivotWithMeasures(
  relation: Relation,
  wanted: readonly number[],
): UnpivotRelation | undefined {
  if (relation.kind === "filter") {
    const conjuncts = conjunctsOf(relation.condition);
    // One value of an axis may leave one list of columns, which needs no choice.
    return conjuncts.some(isOneValue)
      ? undefined
      : unpivotWithMeasures(
          relation.input,
          withColumnsOf(
            wanted,
            conjuncts.filter((it) => !asksForNull(it)),
          ),
        );
  }
  if (relation.kind === "unpivot" && readsMeasure(relation, wanted)) {
    return relation;
  }
  const read = readOfInputs(relation, wanted);
  for (const [index, input] of inputsOf(relation).entries()) {
    const found = unpivotWithMeasures(input, read[index] ?? []);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
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
