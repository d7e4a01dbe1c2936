import type { Relation, Scalar, ScanRelation } from "./relation.ts";

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
  const each = (relations: readonly Relation[]) => {
    for (const it of relations) {
      addRelations(it, all);
    }
  };
  all.push(relation);
  switch (relation.kind) {
    case "scan":
      break;
    case "values":
      for (const row of relation.rows) {
        addSubqueries(row, all);
      }
      break;
    case "project":
      addRelations(relation.input, all);
      addSubqueries(relation.expressions, all);
      break;
    case "filter":
      addRelations(relation.input, all);
      addSubqueries([relation.condition], all);
      break;
    case "join":
      each(
        relation.temporal?.kind === "lookup" ? [relation.left] : [relation.left, relation.right],
      );
      break;
    case "correlate":
      each([relation.left, relation.right]);
      break;
    case "aggregate":
    case "sort":
    case "match":
      addRelations(relation.input, all);
      break;
    case "set":
    case "tableFunction":
    case "unknown":
      each(relation.inputs);
      break;
    case "unnest":
      addSubqueries(relation.values, all);
      break;
  }
}

function addSubqueries(scalars: readonly Scalar[], all: Relation[]): void {
  for (const scalar of scalars) {
    switch (scalar.kind) {
      case "call":
        addSubqueries(scalar.operands, all);
        break;
      case "subquery":
        addRelations(scalar.relation, all);
        addSubqueries(scalar.operands, all);
        break;
      case "field":
        addSubqueries([scalar.object], all);
        break;
      default:
    }
  }
}
