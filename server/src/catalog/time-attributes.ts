import type { Relation, Scalar } from "./relation.ts";
import { someIn } from "./walk.ts";

/**
 * Whether an expression is a time attribute still when the query runs (RelTimeIndicatorConverter), or may be one. Its type says more
 * than that: arithmetic, MAX and joins keep the mark of the type and lose the attribute.
 */
export function mayBeTimeAttribute(scalar: Scalar, input: Relation): boolean {
  const { type } = scalar;
  if (type.kind !== "TIMESTAMP" && type.kind !== "TIMESTAMP_LTZ") {
    return type.kind === "unknown";
  }
  switch (scalar.kind) {
    case "input":
      return isAttributeColumn(input, scalar.index);
    case "call": {
      // A cast to the type itself is dropped.
      const [operand] = scalar.operator === "CAST" ? scalar.operands : [];
      return operand === undefined
        ? type.attribute === "proctime" || isWindowTime(scalar)
        : mayBeTimeAttribute(operand, input);
    }
    case "literal":
    case "over":
    case "subquery":
      return false;
    case "field":
    case "outer":
    case "unknown":
      return true;
  }
}

/** TUMBLE_ROWTIME and its kin. */
function isWindowTime({ operator }: Scalar & { readonly kind: "call" }): boolean {
  return /^(TUMBLE|HOP|SESSION)(_(ROWTIME|PROCTIME))?$/.test(operator);
}

function isAttributeColumn(relation: Relation, index: number): boolean {
  switch (relation.kind) {
    case "scan": {
      const type = relation.columns[index]?.type;
      return relation.table.kind !== "table" || isMarked(type);
    }
    case "project": {
      const expression = relation.expressions[index];
      return expression === undefined || mayBeTimeAttribute(expression, relation.input);
    }
    case "filter":
    case "sort":
      return isAttributeColumn(relation.input, index);
    case "set":
      return relation.inputs.every((it) => isAttributeColumn(it, index));
    case "aggregate": {
      const group = relation.groups[index];
      return group !== undefined && mayBeTimeAttribute(group, relation.input);
    }
    case "join": {
      const { temporal, condition, left, right } = relation;
      // A regular join hands rows on late; one that compares times may be an interval or a window join.
      if (temporal === undefined && !(condition !== undefined && someIn(condition, isTime))) {
        return false;
      }
      const width = left.columns.length;
      return index < width
        ? isAttributeColumn(left, index)
        : isAttributeColumn(right, index - width);
    }
    case "values":
      return false;
    default:
      return isMarked(relation.columns[index]?.type);
  }
}

function isMarked(type: Relation["columns"][number]["type"] | undefined): boolean {
  return (
    type === undefined ||
    type.kind === "unknown" ||
    ("attribute" in type && type.attribute !== undefined)
  );
}

function isTime({ type }: Scalar): boolean {
  return type.kind.startsWith("TIMESTAMP") || type.kind === "unknown";
}
