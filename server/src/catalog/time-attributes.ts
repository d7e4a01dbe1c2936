import { hasSubquery, plainColumn } from "./prune/columns.ts";
import { isUnique, uniqueKeys } from "./prune/unique-keys.ts";
import type { AggregateRelation, Relation, Scalar, TableFunctionRelation } from "./relation.ts";
import { overWindow } from "./relations.ts";
import { scalarKey } from "./scalar-key.ts";
import { someIn, valuesOfCase } from "./walk.ts";

/** Whether a cast to the type itself leaves the attribute: it does so for a sort alone. */
type Casts = "dropped" | "kept";

/**
 * Whether an expression is a time attribute still when the query runs (RelTimeIndicatorConverter), or may be one. Its type says more
 * than that: arithmetic, MAX and joins keep the mark of the type and lose the attribute.
 */
export function mayBeTimeAttribute(scalar: Scalar, input: Relation, casts: Casts): boolean {
  const { type } = scalar;
  if (type.kind !== "TIMESTAMP" && type.kind !== "TIMESTAMP_LTZ") {
    return type.kind === "unknown";
  }
  switch (scalar.kind) {
    case "input":
      return isAttributeColumn(input, scalar.index, casts);
    case "call": {
      const [operand] = scalar.operator === "CAST" ? scalar.operands : [];
      const only = scalar.operator === "CASE" ? onlyValue(scalar.operands) : undefined;
      if (only !== undefined) {
        return mayBeTimeAttribute(only, input, casts);
      }
      return operand === undefined
        ? type.attribute === "proctime" || isWindowTime(scalar)
        : casts === "dropped" && mayBeTimeAttribute(operand, input, casts);
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

/** The value of a CASE that has but one: RexSimplify takes it alone. */
function onlyValue(operands: readonly Scalar[]): Scalar | undefined {
  const values = valuesOfCase(operands);
  const [first] = values;
  const isOne = first !== undefined && values.every((it) => scalarKey(it) === scalarKey(first));
  return isOne ? first : undefined;
}

/** TUMBLE_ROWTIME and its kin. */
function isWindowTime({ operator }: Scalar & { readonly kind: "call" }): boolean {
  return /^(TUMBLE|HOP|SESSION)(_(ROWTIME|PROCTIME))?$/.test(operator);
}

function isAttributeColumn(relation: Relation, index: number, casts: Casts): boolean {
  switch (relation.kind) {
    case "scan":
      return isMarkedInTable(relation, index);
    case "project": {
      if (relation.isTable === true) {
        return isMarkedInTable(relation, index);
      }
      const expression = relation.expressions[index];
      return (
        expression === undefined ||
        (mayBeTimeAttribute(expression, relation.input, casts) &&
          !relation.expressions.some(hasSubquery))
      );
    }
    case "filter":
      // A subquery becomes a join.
      return isAttributeColumn(relation.input, index, casts) && !hasSubquery(relation.condition);
    case "sort":
      return isAttributeColumn(relation.input, index, casts);
    case "set":
      return relation.inputs.every((it) => isAttributeColumn(it, index, casts));
    case "aggregate": {
      const group = relation.groups[index];
      return (
        group !== undefined &&
        mayBeTimeAttribute(group, relation.input, casts) &&
        keepsTime(relation, group)
      );
    }
    case "join": {
      const { temporal, condition, left, right } = relation;
      // A regular join hands rows on late; one that compares times may be an interval or a window join.
      if (temporal === undefined && !(condition !== undefined && someIn(condition, isTime))) {
        return false;
      }
      const width = left.columns.length;
      return index < width
        ? isAttributeColumn(left, index, casts)
        : isAttributeColumn(right, index - width, casts);
    }
    case "tableFunction": {
      const through = passedThrough(relation, index);
      return through === undefined
        ? isMarked(relation.columns[index]?.type)
        : isAttributeColumn(through, index, casts);
    }
    case "values":
      return false;
    default:
      return isMarked(relation.columns[index]?.type);
  }
}

/** A grouping hands its keys on late, unless it is one by windows, or none (FlinkAggregateRemoveRule). */
function keepsTime({ groups, input }: AggregateRelation, group: Scalar): boolean {
  return (
    (group.kind === "call" && isWindowTime(group)) ||
    overWindow(input) ||
    isUnique(uniqueKeys(input), groups.map(plainColumn))
  );
}

/** The table whose columns a window function hands on. */
function passedThrough(
  { window, inputs: [input] }: TableFunctionRelation,
  index: number,
): Relation | undefined {
  return window && input !== undefined && index < input.columns.length ? input : undefined;
}

/** Whether the type of an expression has the mark of a time attribute, or may have it: the validator looks at no more. */
export function mayBeMarked(scalar: Scalar, input: Relation): boolean {
  switch (scalar.kind) {
    case "input":
      return isMarkedColumn(input, scalar.index);
    case "call":
      return scalar.operator !== "CAST" && !/_(START|END)$/.test(scalar.operator);
    case "literal":
      return false;
    case "over":
    case "subquery":
    case "field":
    case "outer":
    case "unknown":
      return true;
  }
}

function isMarkedColumn(relation: Relation, index: number): boolean {
  switch (relation.kind) {
    case "scan":
      return isMarkedInTable(relation, index);
    case "project": {
      if (relation.isTable === true) {
        return isMarkedInTable(relation, index);
      }
      const expression = relation.expressions[index];
      return expression === undefined || mayBeMarked(expression, relation.input);
    }
    case "filter":
    case "sort":
      return isMarkedColumn(relation.input, index);
    case "aggregate": {
      const group = relation.groups[index];
      return group === undefined || mayBeMarked(group, relation.input);
    }
    case "join": {
      const width = relation.left.columns.length;
      return index < width
        ? isMarkedColumn(relation.left, index)
        : isMarkedColumn(relation.right, index - width);
    }
    case "tableFunction": {
      const through = passedThrough(relation, index);
      return through === undefined
        ? isMarked(relation.columns[index]?.type)
        : isMarkedColumn(through, index);
    }
    case "values":
      return false;
    default:
      return true;
  }
}

/** A column as its table has it; of a table that is not known any may be marked. */
function isMarkedInTable(relation: Relation, index: number): boolean {
  const isKnown = relation.kind !== "scan" || relation.table.kind === "table";
  return !isKnown || isMarked(relation.columns[index]?.type);
}

function isMarked(type: Relation["columns"][number]["type"] | undefined): boolean {
  return (
    type === undefined ||
    type.kind === "unknown" ||
    ("attribute" in type && type.attribute !== undefined)
  );
}

/** Whether it is a time that may be a time attribute, as its type tells. */
export function isTime({ type }: Scalar): boolean {
  return type.kind.startsWith("TIMESTAMP") || type.kind === "unknown";
}
