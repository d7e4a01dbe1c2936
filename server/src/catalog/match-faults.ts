import type { Identifier, MatchRecognize, Pattern } from "../syntax/sql/ast.ts";
import type { Range } from "../text/range.ts";
import type { MatchFault, Relation, Scalar } from "./relation.ts";
import { locate, type Resolver } from "./resolver.ts";
import { scalarsIn } from "./walk.ts";

const tableException = "org.apache.flink.table.api.TableException";

/** The variables of a pattern, in order of appearance. */
export function variablesOf(pattern: Pattern | undefined): readonly Identifier[] {
  if (pattern === undefined) {
    return [];
  }
  switch (pattern.kind) {
    case "variable":
      return [pattern.name];
    case "repeated":
      return variablesOf(pattern.part);
    default:
      return pattern.parts.flatMap(variablesOf);
  }
}

/** A clause of MATCH_RECOGNIZE, resolved. */
export interface MatchParts {
  readonly input: Relation;
  readonly partitionBy: readonly Scalar[];
  readonly orderBy: readonly Scalar[];
  readonly measures: readonly Scalar[];
  readonly define: readonly Scalar[];
}

/** What StreamPhysicalMatchRecognizeRule, CommonExecMatch and the pattern's builder refuse when the query is planned. */
export function matchFaults(
  resolver: Resolver,
  node: MatchRecognize,
  parts: MatchParts,
): readonly MatchFault[] {
  const faults: MatchFault[] = [];
  const fault = (
    message: string,
    at: { readonly range: Range },
    exception = tableException,
  ): void => {
    faults.push({ exception, message, at: locate(resolver, at) });
  };
  if (node.rowsPerMatch === "ALL") {
    fault("All rows per match mode is not supported yet.", node);
  }
  const [order] = node.orderBy;
  if (order === undefined) {
    fault("MATCH_RECOGNIZE needs an ORDER BY of a time attribute.", node);
  } else if (order.descending) {
    fault("MATCH_RECOGNIZE sorts by ascending time alone.", order);
  }
  if (node.measures.length === 0) {
    fault("MATCH_RECOGNIZE needs MEASURES.", node, validationException);
  }
  const keys = parts.partitionBy.flatMap((it) => (it.kind === "input" ? [it.index] : []));
  const types = keys.map((it) => parts.input.columns[it]?.type.kind);
  const sorted = keys.toSorted((one, other) => one - other);
  if (sorted.some((it, index) => parts.input.columns[it]?.type.kind !== types[index])) {
    fault(
      "The columns of PARTITION BY must stand in the order of the table: Flink takes the one for the other.",
      node.partitionBy[0] ?? node,
      codeGenException,
    );
  }
  const named = node.measures.find((it) =>
    keys.some((key) => parts.input.columns[key]?.name === it.alias?.text),
  );
  if (named?.alias !== undefined) {
    fault(`Columns ambiguously defined: {${named.alias.text}}`, named, validationException);
  }
  for (const scalar of parts.define) {
    if (callsOf(scalar).some((it) => it.operator === "PREV")) {
      faults.push({
        exception: tableException,
        message:
          "Flink does not support physical offsets within partition: write LAST(column, 1) for PREV(column).",
        at: scalar.at,
      });
    }
  }
  const unsupported = [...parts.measures, ...parts.define]
    .flatMap(callsOf)
    .find((it) => it.operator === "CLASSIFIER" || it.operator === "RUNNING");
  if (unsupported !== undefined) {
    const message = `Flink has no code for ${unsupported.operator}.`;
    faults.push({ exception: codeGenException, message, at: unsupported.at });
  }
  const skipped = node.afterMatch;
  if (
    skipped?.kind === "column" &&
    node.subsets.some((it) => it.name.text === skipped.name.parts[0]?.text)
  ) {
    fault(
      "AFTER MATCH SKIP TO takes a variable of the pattern, no subset.",
      skipped,
      malformedPattern,
    );
  }
  if (node.within?.kind === "interval" && /^(YEAR|QUARTER|MONTH)$/.test(node.within.from)) {
    fault("WITHIN takes intervals of days and less.", node.within);
  }
  if (node.pattern !== undefined) {
    faults.push(...patternFaults(resolver, node.pattern));
  }
  return faults;
}

const validationException = "org.apache.flink.table.api.ValidationException";
const codeGenException = "org.apache.flink.table.planner.codegen.CodeGenException";
const malformedPattern = "org.apache.flink.cep.pattern.MalformedPatternException";
const illegalArgument = "java.lang.IllegalArgumentException";

function patternFaults(resolver: Resolver, pattern: Pattern): readonly MatchFault[] {
  const states = statesOf(pattern);
  const faults: MatchFault[] = [];
  const fault = (message: string, at: Pattern, exception = tableException): void => {
    faults.push({ exception, message, at: locate(resolver, at) });
  };
  for (const [index, { node, name, from, to, reluctant, unsupported }] of states.entries()) {
    const before = states[index - 1];
    if (unsupported !== undefined) {
      fault(unsupported, node);
    }
    if (name !== undefined && states.findIndex((it) => it.name === name) < index) {
      fault("Pattern variables must be unique. That might change in the future.", node);
    }
    if (from === 0 && to === 1 && reluctant) {
      fault("Reluctant optional variables are not supported yet.", node);
    }
    if (to !== undefined && !isRange(from, to)) {
      const message =
        "A quantifier runs from at least 1 to at least as many; only {0,1} begins with 0.";
      fault(message, node, illegalArgument);
    }
    if (from === 0 && before !== undefined && isGreedy(before)) {
      const message = "Optional pattern cannot be preceded by greedy pattern";
      fault(message, node, malformedPattern);
    }
  }
  const last = states.at(-1);
  if (states.every((it) => it.from === 0)) {
    fault(
      "Patterns that can produce empty matches are not supported. There must be at least one non-optional state.",
      pattern,
    );
  } else if (last !== undefined && isGreedy(last)) {
    fault(
      "Greedy quantifiers are not allowed as the last element of a Pattern yet: end it with a variable of its own, or make the quantifier reluctant (`+?`, `*?`).",
      last.node,
    );
  }
  return faults;
}

/** One state of the pattern: a variable, how often it comes, and why it cannot be one. */
interface State {
  readonly node: Pattern;
  readonly name: string | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly reluctant: boolean;
  readonly unsupported: string | undefined;
}

/** Pattern.times; what is not known is no fault. */
function isRange(from: number | undefined, to: number): boolean {
  return from !== undefined && !(to < from || to === 0 || (from === 0 && to > 1));
}

/** CommonExecMatch.PatternVisitor.visitCall: neither `?` nor a number of times is greedy. */
function isGreedy({ from, to, reluctant }: State): boolean {
  return !reluctant && from !== to && !(from === 0 && to === 1);
}

function statesOf(pattern: Pattern): readonly State[] {
  const once = { node: pattern, name: undefined, from: 1, to: 1, reluctant: false };
  switch (pattern.kind) {
    case "variable":
      return [{ ...once, name: pattern.name.text, unsupported: undefined }];
    case "sequence":
      return pattern.parts.flatMap(statesOf);
    case "repeated":
      return pattern.part.kind === "variable"
        ? [{ ...pattern, node: pattern, name: pattern.part.name.text, unsupported: undefined }]
        : [{ ...once, unsupported: "Group patterns are not supported yet." }];
    case "alternatives":
      return [{ ...once, unsupported: "Currently, CEP doesn't support branching patterns." }];
    case "permuted":
      return [{ ...once, unsupported: "Currently, CEP doesn't support PERMUTE patterns." }];
    case "excluded":
      return [{ ...once, unsupported: "Currently, CEP doesn't support '{-' '-}' patterns." }];
  }
}

function callsOf(scalar: Scalar): readonly (Scalar & { readonly kind: "call" })[] {
  return scalarsIn(scalar).filter((it) => it.kind === "call");
}
