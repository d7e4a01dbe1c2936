import { codeFault } from "./code-faults.ts";
import { isUnread, stuckCorrelation } from "./correlations.ts";
import { type DataType, printDataType, withNullable } from "./data-type.ts";
import { sideOf } from "./prune/columns.ts";
import { conjunctsOf } from "./prune/contradiction.ts";
import type { JoinRelation, MatchFault, Relation, Scalar } from "./relation.ts";
import { expressionsOf } from "./relations-in.ts";
import { temporalFault } from "./temporal-faults.ts";
import { isText } from "./types/merge.ts";
import { inputsOf, someIn, subqueriesIn } from "./walk.ts";

/** Why the planner has no plan for a query, in either mode; the first reason found. */
export function planFault(query: Relation, isBatch = false): MatchFault | undefined {
  const selected = query.kind === "project" ? query.expressions : [];
  const fault = faultIn(query, none, isBatch);
  if (fault !== undefined) {
    return fault;
  }
  for (const it of selected) {
    const own = codeFault(it);
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
      return codeFault(relation.condition);
    case "join":
      return (
        temporalFault(relation, above, isBatch) ??
        conditionFault(relation) ??
        keyFault(relation, above) ??
        (relation.condition === undefined ? undefined : codeFault(relation.condition))
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

/** JoinUtil.validateJoinSpec: equal keys of a text and another type are cast in no join. */
function keyFault(
  { condition, left, temporal }: JoinRelation,
  above: readonly Scalar[],
): MatchFault | undefined {
  const width = left.columns.length;
  for (const it of condition === undefined ? above : [...conjunctsOf(condition), ...above]) {
    const [one, other] = it.kind === "call" && it.operator === "=" ? it.operands : [];
    if (one === undefined || other === undefined || temporal !== undefined) {
      continue;
    }
    const against = isText(one.type) ? other.type : isText(other.type) ? one.type : undefined;
    const sides = [sideOf(one, width), sideOf(other, width)];
    if (
      against !== undefined &&
      isCast(against) &&
      sides.includes("left") &&
      sides.includes("right")
    ) {
      return {
        exception: tableException,
        message: `implicit type conversion between ${printDataType(withNullable(one.type, true))} and ${printDataType(withNullable(other.type, true))} is not supported on join's condition now: write a CAST.`,
        at: it.at,
      };
    }
  }
  return undefined;
}

function isCast({ kind }: DataType): boolean {
  return kind === "BOOLEAN" || kind === "DATE" || kind === "TIME" || kind.startsWith("TIMESTAMP");
}

function readsOuter(relation: Relation): boolean {
  return (
    expressionsOf(relation).some((it) => someIn(it, (part) => part.kind === "outer")) ||
    inputsOf(relation).some(readsOuter)
  );
}

const tableException = "org.apache.flink.table.api.TableException";

const correlated =
  "Flink cannot rewrite this query without the outer columns that it reads: it reads them below LIMIT, below UNION and its like, or of an array.";
