import type { Expression, FunctionCall, WindowSpecification } from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import type { UserFunction } from "./context.ts";
import { type DataType, printDataType, withNullable } from "./data-type.ts";
import { findFunction } from "./functions.ts";
import type { Scalar } from "./relation.ts";
import {
  locate,
  type Resolver,
  refuse,
  refuseInvalid,
  refuseTypes,
  type Scope,
  unknownType,
} from "./resolver.ts";
import { argumentFault } from "./types/function-arguments.ts";
import {
  aggregateFunctionType,
  isAggregateFunction,
  scalarFunctionType,
} from "./types/function-type.ts";
import { namedType, writtenType } from "./types/named-type.ts";

/** A call of a function: built-in scalar, aggregate, window or the user's own. */
export function resolveCall(resolver: Resolver, scope: Scope, node: FunctionCall): Scalar {
  const at = locate(resolver, node);
  const operands = node.arguments
    .filter((it) => it.kind !== "star")
    .map((it) => resolver.expression(resolver, scope, it));
  const found = findFunction(resolver, node.name);
  if (found.kind === "user") {
    return userCall(resolver, scope, node, found.facts, found.name, operands, at);
  }
  const name = found.name;
  if (found.kind === "builtIn") {
    judgeArguments(resolver, node, name, operands, at);
  }
  const alias = aliases.get(name) ?? name;
  if (node.over !== undefined) {
    return overCall(resolver, scope, node, alias, operands, at);
  }
  const group = groupWindow(resolver, alias, operands, at);
  if (group !== undefined) {
    return group;
  }
  if (isAggregateFunction(alias)) {
    return aggregateCall(resolver, scope, node, alias, operands, at);
  }
  const type = scalarFunctionType(alias, operands, wordsOf(node));
  if (type === undefined && found.kind === "missing") {
    refuse(
      resolver,
      {
        kind: "unknown-function",
        name: found.written,
        near: found.near,
        at: locate(resolver, node.name),
      },
      `No match found for function signature ${found.written}`,
    );
  }
  const reason = found.kind === "missing" ? "missing" : "no-model";
  return {
    kind: "call",
    operator: alias,
    operands,
    type: type ?? unknownType(reason, `The result of ${name} is not known.`),
    at,
  };
}

function judgeArguments(
  resolver: Resolver,
  { arguments: written, keywords }: FunctionCall,
  name: string,
  operands: readonly Scalar[],
  at: Location,
): void {
  const isRounding = keywords.length > 0 && keywords.includes("TO");
  const message = argumentFault(isRounding ? `${name} TO` : name, operands);
  if (message !== undefined && isPlain(name, written, keywords)) {
    refuseTypes(resolver, message, at);
  }
}

/** Whether each argument stands for its place. A time unit that is no word of the grammar is read as one more. */
function isPlain(
  name: string,
  written: readonly Expression[],
  keywords: readonly string[],
): boolean {
  return (
    written.every((it) => !unplain.has(it.kind)) &&
    (keywords.length > 0 || !/^TIMESTAMP(ADD|DIFF)$/.test(name))
  );
}

const unplain: ReadonlySet<Expression["kind"]> = new Set([
  "star",
  "namedArgument",
  "tableArgument",
  "modelArgument",
  "missing",
]);

/** Other names of functions. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["CHARACTER_LENGTH", "CHAR_LENGTH"],
  ["JSON_ARRAYAGG_ABSENT_ON_NULL", "JSON_ARRAYAGG"],
  ["JSON_ARRAYAGG_NULL_ON_NULL", "JSON_ARRAYAGG"],
  ["JSON_OBJECTAGG_ABSENT_ON_NULL", "JSON_OBJECTAGG"],
  ["JSON_OBJECTAGG_NULL_ON_NULL", "JSON_OBJECTAGG"],
]);

function wordsOf(node: FunctionCall): {
  readonly unit: string | undefined;
  readonly returning: DataType | undefined;
} {
  const returning = node.keywords[node.keywords.indexOf("RETURNING") + 1];
  return {
    unit: node.keywords.includes("TO") ? node.keywords.at(-1) : node.keywords[0],
    returning:
      node.keywords.includes("RETURNING") && returning !== undefined
        ? writtenType(returning)
        : undefined,
  };
}

function aggregateCall(
  resolver: Resolver,
  scope: Scope,
  node: FunctionCall,
  name: string,
  operands: readonly Scalar[],
  at: Location,
): Scalar {
  const filter =
    node.filter === undefined ? undefined : resolver.expression(resolver, scope, node.filter);
  const sure = scope.grouping === "keys" && filter === undefined;
  const values = valuesOf(name, operands);
  checkAggregate(resolver, values, at);
  const type =
    aggregateFunctionType(name, values, sure) ??
    unknownType("no-model", `The result of ${name} is not known.`);
  const ordered = [...node.orderBy, ...node.withinGroup].map((it) =>
    resolver.expression(resolver, scope, it.expression),
  );
  return {
    kind: "call",
    operator: name,
    operands: [...operands, ...ordered],
    type,
    at,
    aggregate: { distinct: node.quantifier === "DISTINCT", filter },
  };
}

/** Aggregates are not nested. */
function checkAggregate(resolver: Resolver, operands: readonly Scalar[], at: Location): void {
  if (operands.some((it) => it.kind === "call" && it.aggregate !== undefined)) {
    refuseInvalid(resolver, "Aggregate expressions cannot be nested", at);
  }
}

/** The operands that decide the type: a separator or a key does not. */
function valuesOf(name: string, operands: readonly Scalar[]): readonly Scalar[] {
  return name === "LISTAGG" ? operands.slice(0, 1) : operands;
}

function overCall(
  resolver: Resolver,
  scope: Scope,
  node: FunctionCall,
  name: string,
  operands: readonly Scalar[],
  at: Location,
): Scalar {
  const window = windowOf(scope, node.over);
  const inner = (it: Expression): Scalar => resolver.expression(resolver, scope, it);
  const frame = frameText(window.frame);
  const isFilled = node.filter === undefined && !mayBeEmpty(frame);
  const type =
    aggregateFunctionType(name, valuesOf(name, operands), isFilled) ??
    unknownType("no-model", `The result of ${name} is not known.`);
  return {
    kind: "over",
    function: name,
    operands,
    isDescending: window.orderBy[0]?.descending === true,
    frame,
    partitionBy: window.partitionBy.map(inner),
    orderBy: window.orderBy.map((it) => inner(it.expression)),
    type,
    at,
  };
}

function windowOf(
  scope: Scope,
  over: FunctionCall["over"],
): Pick<WindowSpecification, "partitionBy" | "orderBy" | "frame"> {
  if (over === undefined || over.kind === "identifier") {
    const named = scope.windows.find((it) => it.name.text === over?.text);
    return named === undefined
      ? { partitionBy: [], orderBy: [], frame: undefined }
      : windowOf(scope, named.specification);
  }
  if (over.base === undefined) {
    return over;
  }
  const base = windowOf(scope, over.base);
  return {
    partitionBy: over.partitionBy.length > 0 ? over.partitionBy : base.partitionBy,
    orderBy: over.orderBy.length > 0 ? over.orderBy : base.orderBy,
    frame: over.frame ?? base.frame,
  };
}

/** SqlWindow.isAlwaysNonEmpty: a frame with a bound that is counted may have no rows, to Calcite. */
function mayBeEmpty(frame: string): boolean {
  return frame !== "" && /(?<!UNBOUNDED )(PRECEDING|FOLLOWING)/.test(frame);
}

/** The frame in a form that two frames can be compared by; the default one is empty. */
function frameText(frame: WindowSpecification["frame"]): string {
  if (frame === undefined) {
    return "";
  }
  const end = frame.end ?? { kind: "CURRENT ROW" };
  const text = [frame.start, end]
    .map((it) => ("value" in it ? `${valueText(it.value)} ${it.kind}` : it.kind))
    .join(" AND ");
  return text === "UNBOUNDED PRECEDING AND CURRENT ROW" && frame.unit === "RANGE"
    ? ""
    : `${frame.unit} ${text}`;
}

function valueText(value: Expression): string {
  switch (value.kind) {
    case "number":
    case "string":
      return value.text;
    case "interval":
      return `${valueText(value.value)} ${value.from}`;
    default:
      return `${value.range.start}`;
  }
}

const windowParts = /^(TUMBLE|HOP|SESSION)(?:_(START|END|ROWTIME|PROCTIME))?$/;

/** TUMBLE(time, size) of GROUP BY, and TUMBLE_START and its kin, which must name the same window. */
function groupWindow(
  resolver: Resolver,
  name: string,
  operands: readonly Scalar[],
  at: Location,
): Scalar | undefined {
  const [, window, part] = windowParts.exec(name) ?? [];
  if (window === undefined) {
    return undefined;
  }
  const time = operands[0]?.type;
  if (time !== undefined && !/^(TIMESTAMP|DATE$|TIME$|NULL$|unknown$)/.test(time.kind)) {
    const shown = printDataType(withNullable(time, true));
    refuseInvalid(resolver, `Cannot apply '$${window}' to arguments of type '<${shown}>'`, at);
  }
  const nullable = time?.nullable ?? true;
  switch (part) {
    case undefined:
      return {
        kind: "call",
        operator: window,
        operands,
        type: time ?? unknownType("unfinished", "The time column is missing."),
        at,
      };
    case "ROWTIME":
      return { kind: "call", operator: name, operands, type: rowtime(time), at };
    case "PROCTIME":
      return {
        kind: "call",
        operator: name,
        operands,
        type: { ...namedType("TIMESTAMP_LTZ(3)", false), attribute: "proctime" } as DataType,
        at,
      };
    default:
      return {
        kind: "call",
        operator: name,
        operands,
        type: withNullable(namedType("TIMESTAMP(3)", nullable), false),
        at,
      };
  }
}

function rowtime(time: DataType | undefined): DataType {
  const kind = time?.kind === "TIMESTAMP_LTZ" ? "TIMESTAMP_LTZ" : "TIMESTAMP";
  return { kind, precision: 3, attribute: "rowtime", nullable: time?.nullable ?? true };
}

function userCall(
  resolver: Resolver,
  scope: Scope,
  node: FunctionCall,
  facts: UserFunction | undefined,
  name: string,
  operands: readonly Scalar[],
  at: Location,
): Scalar {
  const type =
    facts?.result(operands.map((it) => it.type)) ??
    unknownType("user-code", `The class of ${name} says what it returns.`);
  if (facts?.kind === "aggregate") {
    if (node.over !== undefined) {
      return { ...overCall(resolver, scope, node, name, operands, at), type };
    }
    const filter =
      node.filter === undefined ? undefined : resolver.expression(resolver, scope, node.filter);
    return {
      kind: "call",
      operator: name,
      operands,
      type,
      at,
      aggregate: { distinct: node.quantifier === "DISTINCT", filter, merges: facts.merges },
    };
  }
  if (facts === undefined) {
    return { kind: "unknown", reason: "user-code", type, operands, origins: [], at };
  }
  return { kind: "call", operator: name, operands, type, at };
}
