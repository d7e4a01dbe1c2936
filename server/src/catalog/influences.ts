import { joinTraces, type Traced, traceAll, traceScalar } from "./origins.ts";
import { conjunctsOf } from "./prune/contradiction.ts";
import type { Relation, RelationColumn, Scalar } from "./relation.ts";
import { subqueriesIn } from "./walk.ts";

/** How a column decides which rows there are, without being part of them. */
export type InfluenceKind = "FILTER" | "JOIN" | "GROUP_BY" | "SORT";

/** The columns that decide a query's rows, by kind. */
export type Influences = ReadonlyMap<InfluenceKind, Traced>;

/** What decides the rows of a query: conditions, join conditions, group keys and sort keys, those of subqueries included. */
export function influencesOf(relation: Relation): Influences {
  const found = new Map<InfluenceKind, Traced[]>();
  visit(relation, (kind, traced) => found.set(kind, [...(found.get(kind) ?? []), traced]));
  return new Map([...found].map(([kind, traces]) => [kind, joinTraces(traces)]));
}

type Note = (kind: InfluenceKind, traced: Traced) => void;

function visit(relation: Relation, note: Note): void {
  switch (relation.kind) {
    case "scan":
      return;
    case "project":
      visit(relation.input, note);
      visitSubqueries(relation.expressions, note);
      return;
    case "filter":
      visit(relation.input, note);
      visitSubqueries([relation.condition], note);
      note("FILTER", traceScalar(relation.condition, relation.input.columns));
      return;
    case "join":
      visit(relation.left, note);
      visit(relation.right, note);
      if (relation.condition !== undefined) {
        visitSubqueries([relation.condition], note);
        // The planner makes a temporal join a correlation with a filter.
        note(
          relation.temporal === undefined ? "JOIN" : "FILTER",
          traceAll(conjunctsOf(relation.condition), bothSides(relation), "TRANSFORMATION"),
        );
      }
      return;
    case "correlate":
      visit(relation.left, note);
      visit(relation.right, note);
      return;
    case "aggregate":
      visit(relation.input, note);
      for (const group of relation.groups) {
        note("GROUP_BY", traceScalar(group, relation.input.columns));
      }
      return;
    case "set":
      for (const [index, input] of relation.inputs.entries()) {
        visit(input, note);
        if (relation.operator === "except" && index > 0) {
          note("FILTER", joinTraces(input.columns));
        }
      }
      return;
    case "sort":
      visit(relation.input, note);
      for (const key of relation.keys) {
        note("SORT", traceScalar(key, relation.input.columns));
      }
      return;
    case "values":
    case "unnest":
      return;
    case "tableFunction":
    case "unknown":
      for (const input of relation.inputs) {
        visit(input, note);
      }
      return;
    case "unpivot":
      visit(relation.input, note);
      return;
    case "match":
      visit(relation.input, note);
      note(
        "FILTER",
        joinTraces(relation.define.map((it) => traceScalar(it, relation.input.columns))),
      );
      note(
        "SORT",
        joinTraces(relation.orderBy.map((it) => traceScalar(it, relation.input.columns))),
      );
      note(
        "GROUP_BY",
        joinTraces(relation.partitionBy.map((it) => traceScalar(it, relation.input.columns))),
      );
      return;
  }
}

function bothSides(relation: Relation & { readonly kind: "join" }): readonly RelationColumn[] {
  return [...relation.left.columns, ...relation.right.columns];
}

function visitSubqueries(scalars: readonly Scalar[], note: Note): void {
  for (const subquery of scalars.flatMap(subqueriesIn)) {
    visit(subquery.relation, note);
  }
}
