import type {
  ColumnReference,
  FunctionCall,
  Identifier,
  MatchRecognize,
  Node,
} from "../syntax/sql/ast.ts";
import { childrenOf } from "../syntax/sql/node-at.ts";
import type { Range } from "../text/range.ts";
import { type MatchParts, variablesOf } from "./match-faults.ts";
import { locate, type Resolver, refuseInvalid } from "./resolver.ts";
import { isAggregateFunction } from "./types/function-type.ts";
import { subqueriesIn } from "./walk.ts";

/** What SqlValidatorImpl.validateMatchRecognize refuses. */
export function checkMatch(resolver: Resolver, node: MatchRecognize, parts: MatchParts): void {
  const invalid = (message: string, at: { readonly range: Range }, exception?: string): void =>
    refuseInvalid(resolver, message, locate(resolver, at), exception);
  const key = node.partitionBy.find((it) => it.kind !== "column");
  if (key !== undefined) {
    invalid("PARTITION BY of MATCH_RECOGNIZE takes columns alone.", key, castException);
  }
  for (const name of skippedOrGrouped(node)) {
    if (
      !variablesOf(node.pattern)
        .concat(node.subsets.map((it) => it.name))
        .some((it) => it.text === name.text)
    ) {
      invalid(`Unknown pattern '${name.text}'`, name);
    }
  }
  for (const call of [...node.measures, ...node.define].flatMap(functionsIn)) {
    const message = callFault(
      call,
      node.define.some((it) => holds(it, call)),
    );
    if (message !== undefined) {
      invalid(message, call);
    }
  }
  for (const [index, measure] of node.measures.entries()) {
    const scalar = parts.measures[index];
    if (scalar !== undefined && subqueriesIn(scalar).length > 0) {
      invalid("MEASURES take no subquery.", measure);
    }
    const twice = node.measures.findIndex((it) => it.alias?.text === measure.alias?.text);
    if (twice < index && measure.alias !== undefined) {
      const message = `Two measures have the name '${measure.alias.text}'.`;
      invalid(message, measure.alias, "java.lang.IllegalArgumentException");
    }
  }
  for (const [index, definition] of node.define.entries()) {
    const condition = parts.define[index];
    const type = condition?.type.kind;
    if (condition !== undefined && subqueriesIn(condition).length > 0) {
      invalid("DEFINE takes no subquery.", definition, "java.lang.NullPointerException");
    }
    if (type !== "BOOLEAN" && type !== "unknown" && type !== "NULL") {
      invalid("DEFINE clause must be a condition", definition);
    }
    if (node.define.findIndex((it) => it.name.text === definition.name.text) < index) {
      invalid(
        `Pattern variable '${definition.name.text}' has already been defined`,
        definition.name,
      );
    }
  }
}

const castException = "java.lang.ClassCastException";

function skippedOrGrouped(node: MatchRecognize): readonly Identifier[] {
  const skipped = node.afterMatch?.kind === "column" ? node.afterMatch.name.parts : [];
  return [...skipped, ...node.subsets.flatMap((it) => it.members)];
}

/** What MATCH_RECOGNIZE refuses of a function in MEASURES or DEFINE. */
function callFault(call: FunctionCall, isDefinition: boolean): string | undefined {
  const name = call.name.parts[0]?.text.toUpperCase() ?? "";
  if (name === "PREV" || name === "NEXT") {
    return isDefinition
      ? name === "NEXT"
        ? "Flink looks at no later row: NEXT cannot stand in DEFINE."
        : severalVariables(name, call)
      : "PREV and NEXT cannot stand in MEASURES.";
  }
  if (name === "MATCH_NUMBER") {
    return "No match found for function signature MATCH_NUMBER()";
  }
  if (isDefinition && (name === "FINAL" || name === "RUNNING")) {
    return `${name} cannot stand in DEFINE.`;
  }
  const isAggregate = isAggregateFunction(name);
  if (isAggregate && call.quantifier !== undefined) {
    return `DISTINCT/ALL not allowed with ${name} function`;
  }
  return isAggregate || name === "FIRST" || name === "LAST"
    ? severalVariables(name, call)
    : undefined;
}

function severalVariables(name: string, call: FunctionCall): string | undefined {
  const columns = nodesBelow(call).filter(isColumn);
  const qualifiers = columns.flatMap(({ name: { parts } }) =>
    parts.length > 1 ? (parts[0]?.text ?? []) : [],
  );
  return new Set(qualifiers).size > 1 ? `Multiple pattern variables in '${name}'` : undefined;
}

function functionsIn(node: Node): readonly FunctionCall[] {
  return nodesBelow(node).filter(isCall);
}

function isCall(node: Node): node is FunctionCall {
  return "kind" in node && node.kind === "call";
}

function isColumn(node: Node): node is ColumnReference {
  return "kind" in node && node.kind === "column";
}

function nodesBelow(node: Node): readonly Node[] {
  return childrenOf(node).flatMap((it) => [it, ...nodesBelow(it)]);
}

function holds(outer: Node, inner: Node): boolean {
  return outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
}
