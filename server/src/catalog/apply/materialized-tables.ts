import type { AlterMaterializedTable } from "../../syntax/sql/statements/alter-materialized-table.ts";
import type { CreateMaterializedTable } from "../../syntax/sql/statements/create-materialized-table.ts";
import type { Location } from "../../text/range.ts";
import type { CatalogContext } from "../context.ts";
import type { JobEffect } from "../effect.ts";
import { resolverFor, tableQuery } from "../from-query.ts";
import { findPermanentTable, pathOf } from "../names.ts";
import { readOptions } from "../options.ts";
import { valueIn } from "../persistent-map.ts";
import type { Relation } from "../relation.ts";
import type { Resolver } from "../resolver.ts";
import type { Session } from "../session.ts";
import {
  type CatalogTable,
  fullName,
  persistedColumns,
  type TableColumn,
  type TablePath,
} from "../table.ts";
import { changeSchema } from "./alter-table.ts";
import { sinkColumns } from "./insert.ts";
import { missingPlace } from "./missing-place.ts";
import { type Applied, changed, failed, failedInvalid, noting, undecided } from "./step.ts";
import { withTable } from "./store.ts";
import {
  distributionOf,
  primaryKeyOf,
  schemaColumns,
  watermarkOf,
  withKey,
} from "./table-schema.ts";

/** CREATE MATERIALIZED TABLE: with continuous refresh it starts a job that keeps the table up to date. */
export function createMaterializedTable(
  context: CatalogContext,
  session: Session,
  node: CreateMaterializedTable,
  at: Location,
): Applied {
  if (node.name === undefined || node.as === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const nameAt = context.source.locate(node.name.range);
  const place = missingPlace(session, path, nameAt);
  if (place !== undefined) {
    return place;
  }
  const found = findPermanentTable(session, path);
  if (found.kind === "found" && !node.orAlter) {
    return failed(
      session,
      { kind: "object-exists", object: "materialized table", name: fullName(path), at: nameAt },
      `Materialized table ${fullName(path)} already exists.`,
    );
  }
  const resolver = resolverFor(context, session);
  const query = tableQuery(resolver, node.as);
  const table = tableOf(resolver, node, path, query, nameAt);
  const next = withTable(session, table);
  if (isContinuous(node)) {
    const effects = [jobOf(session, table, query, at, nameAt)];
    return noting({ session: next, effects, findings: [] }, resolver);
  }
  const scheduler =
    valueIn(session.configuration, "workflow-scheduler.type") ??
    context.setting?.("workflow-scheduler.type");
  const message =
    "The workflow scheduler must be configured when creating materialized table in full refresh mode.";
  return noting(
    scheduler === undefined
      ? failedInvalid(session, message, nameAt, schedulerException)
      : changed(next),
    resolver,
  );
}

const schedulerException = "org.apache.flink.table.gateway.service.utils.SqlExecutionException";

const seconds: ReadonlyMap<string, number> = new Map([
  ["SECOND", 1],
  ["MINUTE", 60],
  ["HOUR", 3600],
  ["DAY", 86_400],
]);

/** Without REFRESH_MODE a freshness above materialized-table.refresh-mode.freshness-threshold.continuous (30 minutes) means full refreshes. */
function isContinuous(node: CreateMaterializedTable): boolean {
  if (node.refreshMode !== undefined || node.freshness === undefined) {
    return node.refreshMode !== "FULL";
  }
  const { value, from } = node.freshness;
  const count =
    value.kind === "string" || value.kind === "number" ? Number(value.text) : Number.NaN;
  return !(count * (seconds.get(from) ?? 1) >= 1800);
}

function tableOf(
  resolver: Resolver,
  node: CreateMaterializedTable,
  path: TablePath,
  query: Relation,
  at: Location,
): CatalogTable {
  const declared = schemaColumns(resolver, node.schema?.columns ?? [], []);
  const own = new Map(declared.map((it) => [it.name, it]));
  const derived = query.columns.map(
    (it): TableColumn =>
      own.get(it.name) ?? {
        kind: "physical",
        name: it.name,
        type: it.type,
        comment: undefined,
        at,
      },
  );
  const extra = declared.filter((it) => !derived.includes(it));
  return withKey({
    path,
    kind: "materialized",
    temporary: false,
    columns: [...derived, ...extra],
    primaryKey: primaryKeyOf(resolver, node.schema),
    watermark: watermarkOf(resolver, node.schema?.watermarks ?? []),
    comment: node.comment?.text,
    options: readOptions(resolver.context, node.options ?? []),
    partitionKeys: node.partitionedBy.map((it) => it.text),
    distribution: distributionOf(node.distribution),
    definition:
      node.as === undefined
        ? undefined
        : {
            query: node.as,
            source: resolver.context.source,
            catalog: resolver.session.currentCatalog,
            database: resolver.session.currentDatabase,
            columns: query.columns.map((it) => it.name),
            isReadable: true,
          },
    catalogType: valueIn(resolver.session.catalogs, path[0])?.type,
    at,
  });
}

function jobOf(
  session: Session,
  table: CatalogTable,
  query: Relation,
  at: Location,
  nameAt: Location,
): JobEffect {
  return {
    kind: "job",
    form: "materializedTable",
    sinks: [
      {
        table,
        query,
        columns: sinkColumns(persistedColumns(table), (column) =>
          query.columns.findIndex((it) => it.name === column.name),
        ),
        listed: [],
        overwrite: false,
        at: nameAt,
      },
    ],
    query: undefined,
    configuration: session.configuration,
    at,
  };
}

/** ALTER MATERIALIZED TABLE: options and schema change the table; RESUME and AS start its job again. */
export function alterMaterializedTable(
  context: CatalogContext,
  session: Session,
  node: AlterMaterializedTable,
  at: Location,
): Applied {
  const change = node.change;
  if (node.name === undefined || change === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const nameAt = context.source.locate(node.name.range);
  const found = findPermanentTable(session, path);
  if (found.kind !== "found") {
    return found.kind === "external"
      ? undecided(session, `${fullName(path)} is not in the script.`, at)
      : failed(
          session,
          { kind: "unknown-table", name: fullName(path), near: [], at: nameAt },
          `Materialized table ${fullName(path)} does not exist.`,
        );
  }
  const table = found.table;
  const resolver = resolverFor(context, session);
  switch (change.kind) {
    case "suspend":
    case "refresh":
    case "freshness":
    case "refreshMode":
      return changed(session);
    case "resume": {
      const options = new Map([...table.options, ...readOptions(context, change.options ?? [])]);
      if (table.definition === undefined) {
        return changed(session);
      }
      const query = tableQuery(resolver, table.definition.query);
      const effects = [jobOf(session, { ...table, options }, query, at, nameAt)];
      return { session, effects, findings: [] };
    }
    case "set":
      return changed(
        withTable(session, {
          ...table,
          options: new Map([...table.options, ...readOptions(context, change.options)]),
        }),
      );
    case "reset": {
      const keys = new Set(change.keys.map((it) => it.text));
      const options = new Map([...table.options].filter(([key]) => !keys.has(key)));
      return changed(withTable(session, { ...table, options }));
    }
    case "as": {
      const query = tableQuery(resolver, change.query);
      const known = new Set(table.columns.map((it) => it.name));
      const added = query.columns
        .filter((it) => !known.has(it.name))
        .map(
          (it): TableColumn => ({
            kind: "physical",
            name: it.name,
            type: { ...it.type, nullable: true },
            comment: undefined,
            at: nameAt,
          }),
        );
      const next = { ...table, columns: [...table.columns, ...added] };
      return noting(
        {
          session: withTable(session, next),
          effects: [jobOf(session, next, query, at, nameAt)],
          findings: [],
        },
        resolver,
      );
    }
    default: {
      const next = changeSchema(resolver, table, change);
      return "refused" in next
        ? failedInvalid(session, next.refused, nameAt)
        : changed(withTable(session, next));
    }
  }
}
