import { isUnread, stuckCorrelation } from "./correlations.ts";
import { conjunctsOf } from "./prune/contradiction.ts";
import type { JoinRelation, MatchFault, Relation, Scalar } from "./relation.ts";
import { expressionsOf } from "./relations-in.ts";
import { temporalFault } from "./temporal-faults.ts";
import { isNumber, isText } from "./types/merge.ts";
import { inputsOf, scalarsIn, someIn, subqueriesIn } from "./walk.ts";

/** Why the planner has no plan for a query, in either mode; the first reason found. */
export function planFault(query: Relation): MatchFault | undefined {
  const selected = query.kind === "project" ? query.expressions : [];
  return faultIn(query, []) ?? selected.map(conversionFault).find((it) => it !== undefined);
}

/** `above` are the conditions of filters right above the relation. */
function faultIn(relation: Relation, above: readonly Scalar[]): MatchFault | undefined {
  const own = faultOf(relation, above);
  if (own !== undefined) {
    return own;
  }
  const next = relation.kind === "filter" ? [...above, ...conjunctsOf(relation.condition)] : [];
  // The table of a lookup join is no scan of its own.
  const isLookup = relation.kind === "join" && relation.temporal?.kind === "lookup";
  for (const input of isLookup ? [relation.left] : inputsOf(relation)) {
    const fault = faultIn(input, next);
    if (fault !== undefined) {
      return fault;
    }
  }
  for (const subquery of expressionsOf(relation).flatMap(subqueriesIn)) {
    const fault = subqueryFault(subquery) ?? faultIn(subquery.relation, []);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

function faultOf(relation: Relation, above: readonly Scalar[]): MatchFault | undefined {
  switch (relation.kind) {
    case "filter":
      return conversionFault(relation.condition);
    case "join":
      return (
        temporalFault(relation, above) ??
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

/** ScalarOperatorGens compares a text and a number for order alone; JoinUtil wants equal keys to be of one kind. */
function conversionFault(condition: Scalar): MatchFault | undefined {
  for (const it of scalarsIn(condition)) {
    const [one, other] = it.kind === "call" ? it.operands : [];
    if (
      it.kind !== "call" ||
      one === undefined ||
      other === undefined ||
      !equalities.has(it.operator)
    ) {
      continue;
    }
    const pair = isText(one.type) ? [one, other] : isText(other.type) ? [other, one] : [];
    const [, against] = pair;
    if (against !== undefined && isNumber(against.type)) {
      return {
        exception: "org.apache.flink.table.api.ValidationException",
        message: `Implicit type conversion between ${one.type.kind} and ${other.type.kind} is not supported: write a CAST.`,
        at: it.at,
      };
    }
  }
  return undefined;
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
