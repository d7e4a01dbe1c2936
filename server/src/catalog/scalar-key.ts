import { printDataType } from "./data-type.ts";
import type { Scalar } from "./relation.ts";

/** A text that two expressions share exactly if they are the same expression. */
export function scalarKey(scalar: Scalar): string {
  switch (scalar.kind) {
    case "input":
      return `$${scalar.index}`;
    case "outer":
      return `$${scalar.correlation}.${scalar.index}`;
    case "literal":
      return `${JSON.stringify(scalar.value)}:${printDataType(scalar.type)}`;
    case "call":
      return `${scalar.operator}(${keysOf(scalar.operands)}${scalar.operator === "CAST" ? printDataType(scalar.type) : ""}${aggregateKey(scalar.aggregate)})`;
    case "field":
      return `${scalarKey(scalar.object)}.${scalar.field}`;
    case "over":
      return `${scalar.function}(${keysOf(scalar.operands)} OVER ${keysOf(scalar.partitionBy)} BY ${keysOf(scalar.orderBy)})`;
    case "subquery":
    case "unknown":
      // Two of these are never taken for one.
      return `${scalar.kind}@${scalar.at.file}:${scalar.at.range.start}-${scalar.at.range.end}`;
  }
}

function keysOf(scalars: readonly Scalar[]): string {
  return scalars.map(scalarKey).join(",");
}

function aggregateKey(
  aggregate: { readonly distinct: boolean; readonly filter: Scalar | undefined } | undefined,
): string {
  if (aggregate === undefined) {
    return "";
  }
  const filter = aggregate.filter === undefined ? "" : scalarKey(aggregate.filter);
  return `|${aggregate.distinct ? "DISTINCT" : ""}|${filter}`;
}
