import type {
  Expression,
  OrderItem,
  Query,
  QueryBody,
  SetOperation,
  Values,
} from "../syntax/sql/ast.ts";
import { rowValuesOf } from "../syntax/sql/row.ts";
import type { CatalogContext } from "./context.ts";
import { resolveExpression } from "./from-expression.ts";
import { resolveSelect } from "./from-select.ts";
import { tableRelation } from "./from-table.ts";
import { traceScalar } from "./origins.ts";
import type { Relation, RelationColumn, Scalar, SortRelation } from "./relation.ts";
import { inputsOf, mergedColumn, project, renamed, withUniqueNames } from "./relations.ts";
import {
  type Environment,
  emptyScope,
  locate,
  type Resolver,
  refuseInvalid,
  refuseNull,
  scopeOf,
  topEnvironment,
} from "./resolver.ts";
import { refuseOtherMode } from "./runtime-mode.ts";
import type { Session } from "./session.ts";
import { mixesKinds } from "./types/comparable.ts";
import { commonType } from "./types/merge.ts";

/** A resolver for one statement. */
export function resolverFor(context: CatalogContext, session: Session): Resolver {
  return {
    context,
    session,
    findings: [],
    failures: [],
    rests: new Map(),
    used: new Set(),
    counter: { correlation: 0 },
    rereading: { unpivots: false, unnamed: false },
    expanding: [],
    query: resolveQuery,
    expression: resolveExpression,
  };
}

/** The query that makes a table or view: its columns have different names. */
export function tableQuery(resolver: Resolver, query: Query): Relation {
  return withUniqueNames(statementQuery(resolver, query));
}

/** The query of a statement. */
export function statementQuery(resolver: Resolver, query: Query): Relation {
  const relation = resolveQuery(resolver, topEnvironment, query);
  refuseOtherMode(resolver, relation, relation.at);
  return relation;
}

/** The relation of a query: names resolved, types and origins derived. */
export function resolveQuery(resolver: Resolver, environment: Environment, query: Query): Relation {
  const inner = withCommonTables(resolver, environment, query);
  if (query.body.kind === "select") {
    const sorted = query.orderBy.map((it) => it.expression);
    const { relation, keys, width } = resolveSelect(resolver, inner, query.body, sorted);
    return firstColumns(sortOf(resolver, query, relation, keys), width);
  }
  const relation = resolveBody(resolver, inner, query.body);
  const keys = orderKeys(resolver, inner, relation, query.orderBy);
  return sortOf(resolver, query, relation, keys);
}

function withCommonTables(resolver: Resolver, environment: Environment, query: Query): Environment {
  if (query.with === undefined) {
    return environment;
  }
  // Each table sees those before it; resolving one keeps nothing of the environment.
  const commonTables = new Map(environment.commonTables);
  const inner: Environment = { ...environment, commonTables };
  for (const table of query.with.tables) {
    const relation = query.with.recursive
      ? recursiveTable(resolver, inner, table.name.text, table.query)
      : resolveQuery(resolver, inner, table.query);
    const named = renamed(
      relation,
      table.columns.map((it) => it.text),
    );
    commonTables.set(table.name.text, named);
  }
  return inner;
}

/** Flink parses WITH RECURSIVE and does not plan it; what the table reads is still told. */
function recursiveTable(
  resolver: Resolver,
  environment: Environment,
  name: string,
  query: Query,
): Relation {
  const at = locate(resolver, query);
  const itself: Relation = {
    kind: "unknown",
    reason: "unsupported",
    detail: "A recursive table.",
    inputs: [],
    columns: [],
    complete: false,
    at,
  };
  return resolveQuery(
    resolver,
    { ...environment, commonTables: new Map([...environment.commonTables, [name, itself]]) },
    query,
  );
}

function resolveBody(resolver: Resolver, environment: Environment, body: QueryBody): Relation {
  switch (body.kind) {
    case "query":
      return resolveQuery(resolver, environment, body);
    case "select":
      return resolveSelect(resolver, environment, body, []).relation;
    case "setOperation":
      return setOperation(resolver, environment, body);
    case "values":
      return valuesRelation(resolver, environment, body);
    case "explicitTable":
      return tableRelation(resolver, environment, {
        name: body.name,
        hints: [],
        range: body.range,
      }).relation;
    case "missing":
      return {
        kind: "unknown",
        reason: "unfinished",
        detail: "No query is written.",
        inputs: [],
        columns: [],
        complete: false,
        at: locate(resolver, body),
      };
  }
}

function setOperation(resolver: Resolver, environment: Environment, body: SetOperation): Relation {
  const inputs = [body.left, body.right].map((it) => resolveBody(resolver, environment, it));
  const at = locate(resolver, body);
  const complete = inputs.every((it) => it.complete);
  const counts = inputs.map((it) => it.columns.length);
  const operator =
    body.operator === "UNION" ? "union" : body.operator === "INTERSECT" ? "intersect" : "except";
  if (complete && new Set(counts).size > 1) {
    const message = `Column count mismatch in ${body.operator === "MINUS" ? "EXCEPT" : body.operator}`;
    refuseInvalid(resolver, message, at);
  }
  const [left, right] = inputs;
  const columns = (left?.columns ?? []).map((it, index): RelationColumn => {
    const other = right?.columns[index];
    if (other === undefined) {
      return it;
    }
    if (mixesKinds([it.type, other.type])) {
      const message = `Type mismatch in column ${index + 1} of ${body.operator === "MINUS" ? "EXCEPT" : body.operator}${body.all ? " ALL" : ""}`;
      refuseInvalid(resolver, message, at);
    }
    const type = commonType("calcite", [it.type, other.type]);
    // The validator takes the least restrictive type for all three, nullable if one side is.
    return operator === "except" ? { ...it, type } : mergedColumn(it.name, type, [it, other]);
  });
  return { kind: "set", operator, all: body.all, inputs, columns, complete, at };
}

function valuesRelation(resolver: Resolver, environment: Environment, body: Values): Relation {
  const scope = emptyScope(resolver, environment);
  const rows = body.rows.map((row) =>
    rowValuesOf(row).map((it) => resolveExpression(resolver, scope, it)),
  );
  const width = Math.max(0, ...rows.map((it) => it.length));
  const columns = Array.from({ length: width }, (_, index): RelationColumn => {
    const scalars = rows.flatMap((it) => it[index] ?? []);
    for (const scalar of scalars) {
      refuseNull(resolver, scalar);
    }
    return mergedColumn(
      `EXPR$${index}`,
      commonType(
        "calcite",
        scalars.map((it) => it.type),
      ),
      scalars.map((it) => ({ name: "", type: it.type, ...traceScalar(it, []) })),
    );
  });
  return { kind: "values", rows, columns, complete: true, at: locate(resolver, body) };
}

function orderKeys(
  resolver: Resolver,
  environment: Environment,
  relation: Relation,
  items: readonly OrderItem[],
): readonly Scalar[] {
  if (items.length === 0) {
    return [];
  }
  const table = {
    names: [],
    start: 0,
    end: relation.columns.length,
    external: relation.complete ? undefined : "",
    qualifiedOnly: false,
  };
  const scope = scopeOf(resolver, environment, { relation, tables: [table], merged: [] });
  return items.map(
    (it) => ordinalOf(relation, it.expression) ?? resolveExpression(resolver, scope, it.expression),
  );
}

function ordinalOf(relation: Relation, node: Expression): Scalar | undefined {
  const index = node.kind === "number" ? Number(node.text) - 1 : Number.NaN;
  const column = relation.columns[index];
  return column === undefined
    ? undefined
    : { kind: "input", index, type: column.type, at: relation.at };
}

function sortOf(
  resolver: Resolver,
  query: Query,
  input: Relation,
  keys: readonly Scalar[],
): Relation {
  if (query.orderBy.length === 0 && query.limit === undefined && query.offset === undefined) {
    return input;
  }
  const sort: SortRelation = {
    kind: "sort",
    input,
    keys,
    isDescending: query.orderBy[0]?.descending === true,
    offset: query.offset === undefined ? undefined : countOf(query.offset),
    limit: query.limit === undefined || query.limit === "ALL" ? undefined : countOf(query.limit),
    columns: input.columns,
    complete: input.complete,
    at: locate(resolver, query),
  };
  return sort;
}

/** The relation without columns that only sort it. */
function firstColumns(relation: Relation, width: number): Relation {
  if (relation.columns.length <= width) {
    return relation;
  }
  const names = relation.columns.slice(0, width).map((it) => it.name);
  const shown = project(
    relation,
    inputsOf(relation).slice(0, width),
    names,
    undefined,
    relation.at,
  );
  return { ...shown, complete: relation.complete, cutsKeys: true };
}

function countOf(node: Expression): number | "unknown" {
  return node.kind === "number" && /^\d+$/.test(node.text) ? Number(node.text) : "unknown";
}
