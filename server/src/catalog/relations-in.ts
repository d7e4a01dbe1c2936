import type { Relation, Scalar, ScanRelation } from "./relation.ts";
import { inputsOf, subqueriesIn } from "./walk.ts";

/** All scans below a relation, those of subqueries too. Tables that are only looked up are no scans. */
export function scansOf(relation: Relation): readonly ScanRelation[] {
  return relationsIn(relation).filter((it) => it.kind === "scan");
}

/** The tables that a relation looks up row by row. */
export function lookupsOf(relation: Relation): readonly ScanRelation[] {
  return relationsIn(relation).flatMap((it) =>
    it.kind === "join" && it.temporal?.kind === "lookup" ? scansOf(it.right) : [],
  );
}

/** A relation and all below it, those of subqueries too; not the table of a lookup join. */
export function relationsIn(relation: Relation): readonly Relation[] {
  const known = listed.get(relation);
  if (known !== undefined) {
    return known;
  }
  const all: Relation[] = [];
  addRelations(relation, all);
  listed.set(relation, all);
  return all;
}

/** Several questions are asked of the query of one job. */
const listed = new WeakMap<Relation, readonly Relation[]>();

function addRelations(relation: Relation, all: Relation[]): void {
  all.push(relation);
  const isLookup = relation.kind === "join" && relation.temporal?.kind === "lookup";
  for (const input of isLookup ? [relation.left] : inputsOf(relation)) {
    addRelations(input, all);
  }
  for (const expression of expressionsOf(relation)) {
    for (const subquery of subqueriesIn(expression)) {
      addRelations(subquery.relation, all);
    }
  }
}

/** The expressions that subqueries stand in: of a query's columns and conditions. */
export function expressionsOf(relation: Relation): readonly Scalar[] {
  switch (relation.kind) {
    case "values":
      return relation.rows.flat();
    case "project":
      return relation.expressions;
    case "filter":
      return [relation.condition];
    case "unnest":
      return relation.values;
    case "join":
      return relation.condition === undefined ? [] : [relation.condition];
    default:
      return [];
  }
}
