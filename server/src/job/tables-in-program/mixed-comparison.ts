import { type DataType, printDataType } from "../../catalog/data-type.ts";
import type { Relation, Scalar } from "../../catalog/relation.ts";
import { expressionsOf } from "../../catalog/relations-in.ts";
import { isBytes, isNumber, isText } from "../../catalog/types/merge.ts";
import { scalarsIn } from "../../catalog/walk.ts";

/** A comparison that the Table API refuses, in words: unlike SQL it converts nothing (ComparableTypeStrategy). */
export function mixedComparison(query: Relation): string | undefined {
  const conditions = query.kind === "project" && query.input.kind !== "scan" ? [query.input] : [];
  for (const scalar of [query, ...conditions].flatMap(expressionsOf).flatMap(scalarsIn)) {
    const message = messageOf(scalar);
    if (message !== undefined) {
      return message;
    }
  }
  return undefined;
}

function messageOf(scalar: Scalar): string | undefined {
  if (scalar.kind !== "call" || !comparison.test(scalar.operator)) {
    return undefined;
  }
  const [first, ...others] = scalar.operands;
  const family = first && familyOf(first.type);
  const other = others.find((it) => {
    const its = familyOf(it.type);
    return family !== undefined && its !== undefined && its !== family;
  });
  return first && other
    ? `The Table API does not compare ${printDataType(first.type)} with ${printDataType(other.type)}: write cast(...).`
    : undefined;
}

const comparison = /^(=|<>|<=?|>=?|IN|BETWEEN)$/;

/** Types of two of these have none in common. */
export function familyOf(type: DataType): string | undefined {
  return isNumber(type)
    ? "number"
    : isText(type)
      ? "text"
      : isBytes(type)
        ? "bytes"
        : type.kind === "BOOLEAN"
          ? "boolean"
          : /^(DATE|TIME)/.test(type.kind)
            ? "time"
            : undefined;
}
