import type { Assignment, Expression, FromItem, Name } from "../../syntax/sql/ast.ts";
import type { Delete } from "../../syntax/sql/statements/delete.ts";
import type { Insert } from "../../syntax/sql/statements/insert.ts";
import type { Merge } from "../../syntax/sql/statements/merge.ts";
import type { QueryStatement } from "../../syntax/sql/statements/query-statement.ts";
import type { Update } from "../../syntax/sql/statements/update.ts";
import type { Location } from "../../text/range.ts";
import type { CatalogContext } from "../context.ts";
import type { JobEffect, JobForm, JobSink } from "../effect.ts";
import { resolveFrom } from "../from-items.ts";
import { resolverFor, statementQuery } from "../from-query.ts";
import { relationOf } from "../from-table.ts";
import type { Relation } from "../relation.ts";
import { filter } from "../relations.ts";
import { locate, type Resolver, scopeOf, topEnvironment } from "../resolver.ts";
import type { OpenStatementSet, Session } from "../session.ts";
import { persistedColumns } from "../table.ts";
import { resolveInsert, sinkColumns, sinkTable } from "./insert.ts";
import { type Applied, changed, failedInvalid, noting } from "./step.ts";

/** INSERT: a job of its own, or one more sink of an open statement set. */
export function insert(
  context: CatalogContext,
  session: Session,
  node: Insert,
  at: Location,
): Applied {
  const resolver = resolverFor(context, session);
  const sink = resolveInsert(resolver, node);
  if (session.statementSet !== undefined) {
    const sinks = sink === undefined ? [] : [sink];
    const statementSet: OpenStatementSet = {
      at: session.statementSet.at,
      sinks: [...session.statementSet.sinks, ...sinks],
    };
    return noting(changed({ ...session, statementSet }), resolver);
  }
  return noting(jobOf(session, "insert", sink === undefined ? [] : [sink], at), resolver);
}

/** Several INSERTs that are one job: EXECUTE STATEMENT SET, COMPILE AND EXECUTE PLAN. */
export function insertAll(
  context: CatalogContext,
  session: Session,
  nodes: readonly Insert[],
  form: JobForm,
  at: Location,
): Applied {
  const resolver = resolverFor(context, session);
  const sinks = nodes.flatMap((it) => resolveInsert(resolver, it) ?? []);
  return noting(jobOf(session, form, sinks, at), resolver);
}

function jobOf(
  session: Session,
  form: JobForm,
  sinks: readonly JobSink[],
  at: Location,
  query?: Relation,
): Applied {
  if (sinks.length === 0 && query === undefined) {
    return changed(session);
  }
  const job: JobEffect = {
    kind: "job",
    form,
    sinks,
    query,
    configuration: session.configuration,
    at,
  };
  return { session, effects: [job], findings: [] };
}

/** BEGIN STATEMENT SET. */
export function beginStatementSet(session: Session, at: Location): Applied {
  if (session.statementSet !== undefined) {
    const message = "BEGIN STATEMENT SET stands inside a statement set; END it first.";
    return failedInvalid(session, message, at);
  }
  return changed({ ...session, statementSet: { at, sinks: [] } });
}

/** END: the INSERTs since BEGIN STATEMENT SET become one job. */
export function endStatementSet(session: Session, at: Location): Applied {
  const open = session.statementSet;
  if (open === undefined) {
    const message = "No statement set is open; BEGIN STATEMENT SET opens one.";
    return failedInvalid(session, message, at);
  }
  const closed: Session = { ...session, statementSet: undefined };
  return open.sinks.length === 0 ? changed(closed) : jobOf(closed, "statementSet", open.sinks, at);
}

/** A query as a statement: its rows go to the client. */
export function collect(
  context: CatalogContext,
  session: Session,
  node: QueryStatement,
  at: Location,
): Applied {
  const resolver = resolverFor(context, session);
  const query = statementQuery(resolver, node.query);
  return noting(jobOf(session, "collect", [], at, query), resolver);
}

/** A statement that is only looked at, as EXPLAIN does: slips are noted, nothing runs. */
export function withoutEffect(applied: Applied, session: Session): Applied {
  return {
    session,
    effects: applied.effects.filter((it) => it.kind === "failure"),
    findings: applied.findings,
  };
}

/** DELETE: reads and writes the table. */
export function deleteRows(
  context: CatalogContext,
  session: Session,
  node: Delete,
  at: Location,
): Applied {
  return changeRows(context, session, "delete", node.table, [node.where], at);
}

/** UPDATE: reads and writes the table. */
export function update(
  context: CatalogContext,
  session: Session,
  node: Update,
  at: Location,
): Applied {
  const expressions = [node.where, ...node.assignments.map((it: Assignment) => it.value)];
  return changeRows(context, session, "update", node.table, expressions, at);
}

function changeRows(
  context: CatalogContext,
  session: Session,
  form: JobForm,
  name: Name | undefined,
  expressions: readonly (Expression | undefined)[],
  at: Location,
): Applied {
  const resolver = resolverFor(context, session);
  const table = name === undefined ? undefined : sinkTable(resolver, name);
  if (name === undefined || table === undefined) {
    return noting(changed(session), resolver);
  }
  const nameAt = locate(resolver, name);
  const read = relationOf(resolver, table, [], nameAt);
  const query = filtered(resolver, read, table.path, expressions);
  const columns = sinkColumns(persistedColumns(table), (column) =>
    read.columns.findIndex((it) => it.name === column.name),
  );
  return noting(
    jobOf(session, form, [{ table, query, columns, listed: [], overwrite: false, at: nameAt }], at),
    resolver,
  );
}

function filtered(
  resolver: Resolver,
  input: Relation,
  names: readonly string[],
  expressions: readonly (Expression | undefined)[],
): Relation {
  const table = {
    names,
    start: 0,
    end: input.columns.length,
    external: input.complete ? undefined : names.join("."),
    qualifiedOnly: false,
  };
  const scope = scopeOf(resolver, topEnvironment, { relation: input, tables: [table], merged: [] });
  const [condition] = expressions.map((it) =>
    it === undefined ? undefined : resolver.expression(resolver, scope, it),
  );
  return condition === undefined
    ? input
    : filter(input, condition, scope.correlation, condition.at);
}

/** MERGE INTO parses and is not planned by Flink. */
export function merge(
  context: CatalogContext,
  session: Session,
  node: Merge,
  at: Location,
): Applied {
  const resolver = resolverFor(context, session);
  const source: FromItem | undefined = node.source;
  if (source !== undefined) {
    resolveFrom(resolver, topEnvironment, source);
  }
  const name = node.table === undefined ? "" : fullNameOf(node.table);
  const message = `MERGE INTO ${name} is not supported by Flink.`;
  return noting(failedInvalid(session, message, at), {
    findings: resolver.findings,
    failures: [],
  });
}

function fullNameOf(name: Name): string {
  return name.parts.map((it) => it.text).join(".");
}
