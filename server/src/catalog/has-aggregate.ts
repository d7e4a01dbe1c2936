import type { Expression, FunctionCall, Select } from "../syntax/sql/ast.ts";
import { findFunction } from "./functions.ts";
import type { Resolver } from "./resolver.ts";
import { isAggregateFunction } from "./types/function-type.ts";

/** Whether aggregate functions outside OVER make one group of all rows. */
export function hasAggregate(
  resolver: Resolver,
  node: Select,
  sorted: readonly Expression[],
): boolean {
  return (
    node.having !== undefined ||
    node.items.some((it) => aggregates(resolver, it.expression)) ||
    sorted.some((it) => aggregates(resolver, it))
  );
}

function aggregates(resolver: Resolver, node: Expression): boolean {
  if (node.kind === "column" || node.kind === "string" || node.kind === "number") {
    return false;
  }
  if (node.kind === "call" && node.over === undefined && isAggregate(resolver, node)) {
    return true;
  }
  return childrenOf(node).some((it) => aggregates(resolver, it));
}

function isAggregate(resolver: Resolver, node: FunctionCall): boolean {
  const found = findFunction(resolver, node.name);
  return found.kind === "user"
    ? found.facts?.kind === "aggregate"
    : isAggregateFunction(found.name) || /^JSON_(ARRAY|OBJECT)AGG_/.test(found.name);
}

/** The expressions right below one, not those of subqueries. */
function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "call":
      return [
        ...node.arguments,
        ...(node.over === undefined || node.over.kind === "identifier"
          ? []
          : [...node.over.partitionBy, ...node.over.orderBy.map((it) => it.expression)]),
      ];
    case "unary":
    case "is":
      return [node.operand];
    case "cast":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "between":
      return [node.operand, node.low, node.high];
    case "in":
      return "kind" in node.values ? [node.operand] : [node.operand, ...node.values];
    case "like":
      return [node.operand, node.pattern];
    case "quantified":
      return "kind" in node.right ? [node.left] : [node.left, ...node.right];
    case "case":
      return [
        ...(node.operand === undefined ? [] : [node.operand]),
        ...node.branches.flatMap((it) => [...it.when, it.then]),
        ...(node.otherwise === undefined ? [] : [node.otherwise]),
      ];
    case "row":
      return node.values;
    case "array":
      return "kind" in node.values ? [] : node.values;
    case "map":
      return "kind" in node.entries ? [] : node.entries;
    case "item":
      return [node.collection, node.index];
    case "field":
      return [node.object];
    case "interval":
    case "namedArgument":
      return [node.value];
    default:
      return [];
  }
}
