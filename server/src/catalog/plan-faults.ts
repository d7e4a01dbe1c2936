import { isUnread, stuckCorrelation } from "./correlations.ts";
import { type DataType, printDataType, withNullable } from "./data-type.ts";
import { conjunctsOf } from "./prune/contradiction.ts";
import type { CallScalar, JoinRelation, MatchFault, Relation, Scalar } from "./relation.ts";
import { expressionsOf } from "./relations-in.ts";
import { temporalFault } from "./temporal-faults.ts";
import { isNumber, isText } from "./types/merge.ts";
import { inputsOf, partsOf, someIn, subqueriesIn } from "./walk.ts";

/** Why the planner has no plan for a query, in either mode; the first reason found. */
export function planFault(query: Relation, isBatch = false): MatchFault | undefined {
  const selected = query.kind === "project" ? query.expressions : [];
  const fault = faultIn(query, none, isBatch);
  if (fault !== undefined) {
    return fault;
  }
  for (const it of selected) {
    const own = conversionFault(it);
    if (own !== undefined) {
      return own;
    }
  }
  return undefined;
}

const none: readonly never[] = [];

/** `above` are the conditions of filters right above the relation. */
function faultIn(
  relation: Relation,
  above: readonly Scalar[],
  isBatch: boolean,
): MatchFault | undefined {
  const own = faultOf(relation, above, isBatch);
  if (own !== undefined) {
    return own;
  }
  const next = relation.kind === "filter" ? [...above, ...conjunctsOf(relation.condition)] : none;
  // The table of a lookup join is no scan of its own.
  const isLookup = relation.kind === "join" && relation.temporal?.kind === "lookup";
  for (const input of isLookup ? [relation.left] : inputsOf(relation)) {
    const fault = faultIn(input, next, isBatch);
    if (fault !== undefined) {
      return fault;
    }
  }
  for (const expression of expressionsOf(relation)) {
    for (const subquery of subqueriesIn(expression)) {
      const fault = subqueryFault(subquery) ?? faultIn(subquery.relation, none, isBatch);
      if (fault !== undefined) {
        return fault;
      }
    }
  }
  return undefined;
}

function faultOf(
  relation: Relation,
  above: readonly Scalar[],
  isBatch: boolean,
): MatchFault | undefined {
  switch (relation.kind) {
    case "filter":
      return conversionFault(relation.condition);
    case "join":
      return (
        temporalFault(relation, above, isBatch) ??
        conditionFault(relation) ??
        (relation.condition === undefined ? undefined : conversionFault(relation.condition))
      );
    case "correlate": {
      const { right, correlation, at } = relation;
      if (right.kind === "unnest" || right.kind === "tableFunction") {
        return undefined;
      }
      return stuckCorrelation(right, correlation, "lateral") || groupsArray(right)
        ? { exception: tableException, message: correlated, at }
        : undefined;
    }
    case "scan":
      return relation.timeTravel !== undefined && relation.table.catalogType === "generic_in_memory"
        ? {
            exception: "java.lang.UnsupportedOperationException",
            message:
              "The catalog keeps no older versions of its tables: FOR SYSTEM_TIME AS OF a constant fails.",
            at: relation.at,
          }
        : undefined;
    default:
      return undefined;
  }
}

/** SubQueryDecorrelator and RelDecorrelator leave it, and no rule takes a correlation that is left. */
function subqueryFault({
  form,
  relation,
  at,
}: Scalar & { readonly kind: "subquery" }): MatchFault | undefined {
  if (form !== "scalar" && form !== "in" && form !== "exists") {
    return undefined;
  }
  return stuckCorrelation(relation, undefined, form === "scalar" ? "rows" : "condition") ||
    isUnread(relation)
    ? { exception: tableException, message: correlated, at }
    : undefined;
}

/** FlinkSubQueryRemoveRule counts the columns of a join's condition wrongly. */
function conditionFault({ condition, at }: JoinRelation): MatchFault | undefined {
  const refused =
    condition !== undefined &&
    subqueriesIn(condition).some(
      (it) => it.form === "in" || (it.form === "exists" && readsOuter(it.relation)),
    );
  return refused
    ? {
        exception: "java.lang.NullPointerException",
        message:
          "Flink cannot plan IN and EXISTS with a query in the condition of a join: put it into WHERE.",
        at,
      }
    : undefined;
}

/** Whether a query groups the elements of an outer array. */
function groupsArray(relation: Relation): boolean {
  return relation.kind === "aggregate" ? isUnread(relation) : inputsOf(relation).some(groupsArray);
}

/** JsonValueCallGen, JsonQueryCallGen and JsonGenerateUtils: types that they have no code for. */
function jsonFault(scalar: CallScalar): MatchFault | undefined {
  const { operator, operands, type, at } = scalar;
  const fault = (message: string): MatchFault => ({
    exception: "org.apache.flink.table.planner.codegen.CodeGenException",
    message,
    at,
  });
  switch (operator) {
    case "JSON_VALUE":
    case "JSON_QUERY": {
      const kind = type.kind === "ARRAY" ? type.element.kind : type.kind;
      return kind === "VARCHAR" ||
        kind === "unknown" ||
        (operator === "JSON_VALUE" && /^(BOOLEAN|INT|DOUBLE)$/.test(type.kind))
        ? undefined
        : fault(
            `Unsupported type '${printDataType(withNullable(type, true))}' for RETURNING in ${operator}().`,
          );
    }
    case "JSON_EXISTS": {
      const [value, path] = operands;
      const isText = value === undefined || /^(CHAR|VARCHAR|NULL|unknown)$/.test(value.type.kind);
      return isText && path?.kind !== "input"
        ? undefined
        : fault("Unsupported call: JSON_EXISTS takes a text and a constant path.");
    }
    case "JSON_OBJECT":
    case "JSON_ARRAY": {
      const value = operands.find((it) => /^(DATE|TIME|INTERVAL)$/.test(it.type.kind));
      return (
        value &&
        fault(`Type '${printDataType(value.type)}' is not scalar or cannot be converted into JSON.`)
      );
    }
    default:
      return undefined;
  }
}

/** ScalarOperatorGens compares a text and a number for order alone; JoinUtil wants equal keys to be of one kind. */
function conversionFault(scalar: Scalar): MatchFault | undefined {
  if (scalar.kind === "call" && equalities.has(scalar.operator)) {
    const [one, other] = scalar.operands;
    if (one !== undefined && other !== undefined && convertsNot(one.type, other.type)) {
      return {
        exception: "org.apache.flink.table.api.ValidationException",
        message: `Implicit type conversion between ${one.type.kind} and ${other.type.kind} is not supported: write a CAST.`,
        at: scalar.at,
      };
    }
  }
  if (scalar.kind === "call" && scalar.operator === "CARDINALITY") {
    if (scalar.operands[0]?.type.kind === "MULTISET") {
      return {
        exception: "org.apache.flink.table.planner.codegen.CodeGenException",
        message:
          "Flink has no code for CARDINALITY of a MULTISET, which COLLECT gives: count rows.",
        at: scalar.at,
      };
    }
  }
  const json =
    scalar.kind === "call" && scalar.operator.startsWith("JSON_") ? jsonFault(scalar) : undefined;
  if (json !== undefined) {
    return json;
  }
  for (const part of partsOf(scalar)) {
    const fault = conversionFault(part);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

function convertsNot(one: DataType, other: DataType): boolean {
  return isText(one) ? isNumber(other) : isText(other) && isNumber(one);
}

const equalities: ReadonlySet<string> = new Set([
  "=",
  "<>",
  "IS DISTINCT FROM",
  "IS NOT DISTINCT FROM",
]);

function readsOuter(relation: Relation): boolean {
  return (
    expressionsOf(relation).some((it) => someIn(it, (part) => part.kind === "outer")) ||
    inputsOf(relation).some(readsOuter)
  );
}

const tableException = "org.apache.flink.table.api.TableException";

const correlated =
  "Flink cannot rewrite this query without the outer columns that it reads: it reads them below LIMIT, below UNION and its like, or of an array.";
