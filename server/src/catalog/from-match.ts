import type { MatchRecognize } from "../syntax/sql/ast.ts";
import { withNullable } from "./data-type.ts";
import { checkMatch } from "./match-checks.ts";
import { matchFaults, variablesOf } from "./match-faults.ts";
import { retrace, traceScalar } from "./origins.ts";
import type { Relation, RelationColumn, Scalar } from "./relation.ts";
import {
  type Environment,
  locate,
  type Resolver,
  refuseNull,
  type ScopeTable,
  type Source,
  scopeOf,
} from "./resolver.ts";

/** MATCH_RECOGNIZE: partition columns and measures of each match, or all columns with ALL ROWS PER MATCH. */
export function matchRelation(
  resolver: Resolver,
  environment: Environment,
  source: Source,
  node: MatchRecognize,
): Relation {
  const input = source.relation;
  const variables = [
    ...variablesOf(node.pattern),
    ...node.subsets.map((it) => it.name),
    ...node.define.map((it) => it.name),
  ].map(
    (it): ScopeTable => ({
      names: [it.text],
      start: 0,
      end: input.columns.length,
      external: input.complete ? undefined : "",
      qualifiedOnly: true,
    }),
  );
  const scope = {
    ...scopeOf(resolver, environment, { ...source, tables: [...source.tables, ...variables] }),
    grouping: "one" as const,
  };
  const resolve = (it: MatchRecognize["partitionBy"][number]): Scalar =>
    resolver.expression(resolver, scope, it);
  const partitionBy = node.partitionBy.map(resolve);
  const orderBy = node.orderBy.map((it) => resolve(it.expression));
  const measures = node.measures.map((it) => resolve(it.expression));
  const define = node.define.map((it) => resolve(it.condition));
  const parts = { input, partitionBy, orderBy, measures, define };
  for (const measure of measures) {
    refuseNull(resolver, measure);
  }
  checkMatch(resolver, node, parts);
  const measured = measures.map(
    (it, index): RelationColumn => ({
      name: node.measures[index]?.alias?.text ?? `EXPR$${index}`,
      type: withNullable(it.type, it.type.nullable),
      ...retrace(traceScalar(it, input.columns), "TRANSFORMATION"),
    }),
  );
  const keys = partitionBy.flatMap((it): readonly RelationColumn[] => {
    const column = it.kind === "input" ? input.columns[it.index] : undefined;
    return column === undefined ? [] : [column];
  });
  const known = keys.length === partitionBy.length;
  const passed = node.rowsPerMatch === "ALL" ? input.columns : keys;
  return {
    kind: "match",
    ...parts,
    faults: matchFaults(resolver, node, parts),
    columns: [...passed, ...measured],
    complete: node.rowsPerMatch === "ALL" ? input.complete : known || input.complete,
    at: locate(resolver, node),
  };
}
