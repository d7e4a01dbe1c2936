import type { CreateTable } from "../../syntax/sql/statements/create-table.ts";
import type { Location } from "../../text/range.ts";
import type { CatalogContext } from "../context.ts";
import type { JobEffect } from "../effect.ts";
import { refuseRereading } from "../from-pivot.ts";
import { resolverFor, tableQuery } from "../from-query.ts";
import { externalTable } from "../from-table.ts";
import { findPermanentTable, findTable, pathOf } from "../names.ts";
import { readOptions } from "../options.ts";
import { valueIn } from "../persistent-map.ts";
import type { Relation } from "../relation.ts";
import type { Resolver } from "../resolver.ts";
import { resolvedNow, storedType } from "../runtime-mode.ts";
import type { Session } from "../session.ts";
import {
  type CatalogTable,
  fullName,
  persistedColumns,
  plainColumns,
  type TableColumn,
} from "../table.ts";
import { constraintFault, tableFault } from "./check-table.ts";
import { checkColumns, sinkColumns } from "./insert.ts";
import { mergedWith, mergingOf } from "./like.ts";
import { missingPlace } from "./missing-place.ts";
import { type Applied, changed, failed, failedInvalid, noting } from "./step.ts";
import { withTable } from "./store.ts";
import {
  distributionOf,
  primaryKeyOf,
  schemaColumns,
  watermarkOf,
  withKey,
} from "./table-schema.ts";

const validateException = "org.apache.flink.sql.parser.error.SqlValidateException";

/** CREATE TABLE with LIKE, AS (CTAS, RTAS) or neither. */
export function createTable(
  context: CatalogContext,
  session: Session,
  node: CreateTable,
  at: Location,
): Applied {
  if (node.name === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const nameAt = context.source.locate(node.name.range);
  const resolver = resolverFor(context, session);
  const query = node.as === undefined ? undefined : tableQuery(resolver, node.as);
  refuseRereading(resolver, nameAt);
  if (node.temporary && node.as !== undefined) {
    const message = "CREATE TABLE AS makes no temporary table.";
    return failed(session, { kind: "invalid", message, at: nameAt }, message, validateException);
  }
  // Temporary objects stand beside the catalogs: theirs need not exist.
  const place = node.temporary ? undefined : missingPlace(session, path, nameAt);
  if (place !== undefined) {
    return place;
  }
  const before = node.temporary
    ? valueIn(session.temporaryTables, fullName(path))
    : permanent(session, path);
  // Without a query nothing is replaced.
  if (before !== undefined && (node.action === "CREATE" || query === undefined)) {
    return node.ifNotExists
      ? intoExisting(resolver, session, before, query, { nameAt, at })
      : failed(
          session,
          { kind: "object-exists", object: "table", name: fullName(path), at: nameAt },
          `Could not execute CreateTable in path ${quoted(path)}: the table exists.`,
        );
  }
  const written = writtenTable(resolver, node, path, nameAt);
  const own =
    node.like === undefined
      ? { table: written, clash: undefined }
      : likeTable(resolver, session, node.like, written);
  const complete = query === undefined ? own.table : withQuery(resolver, own.table, node, query);
  const fault =
    node.schema?.isOpen === true
      ? undefined
      : (constraintFault(node.schema) ??
        own.clash?.message ??
        (query === undefined ? undefined : nameFault(node, query)) ??
        tableFault(resolver, complete, written.columns));
  if (fault !== undefined) {
    return noting(failedInvalid(session, fault, nameAt), {
      findings: resolver.findings,
      failures: [],
    });
  }
  const table = resolvedNow(resolver, withKey(complete));
  const next = withTable(session, table);
  const job = query === undefined ? undefined : jobOf(session, node, table, query, nameAt, at);
  const unfit =
    node.action === "REPLACE" && findPermanentTable(session, path).kind === "missing"
      ? `The table ${quoted(path)} to be replaced does not exist: write CREATE OR REPLACE TABLE.`
      : undefined;
  const effects =
    job === undefined
      ? []
      : [unfit === undefined ? job : { ...job, sinks: job.sinks.map((it) => ({ ...it, unfit })) }];
  return noting({ session: next, effects, findings: [] }, resolver);
}

/** IF NOT EXISTS leaves the table as it is; CTAS then writes into it (TableEnvironmentImpl.executeInternal). */
function intoExisting(
  resolver: Resolver,
  session: Session,
  table: CatalogTable,
  query: Relation | undefined,
  places: { readonly nameAt: Location; readonly at: Location },
): Applied {
  if (query === undefined) {
    return noting(changed(session), resolver);
  }
  const persisted = persistedColumns(table);
  checkColumns(resolver, table, persisted, query, places.nameAt);
  const columns = sinkColumns(persisted, (column) => persisted.indexOf(column));
  const job: JobEffect = {
    kind: "job",
    form: "ctas",
    sinks: [{ table, query, columns, listed: [], overwrite: false, at: places.nameAt }],
    query: undefined,
    configuration: session.configuration,
    at: places.at,
  };
  return noting({ session, effects: [job], findings: [] }, resolver);
}

function permanent(session: Session, path: CatalogTable["path"]): CatalogTable | undefined {
  const found = findPermanentTable(session, path);
  return found.kind === "found" ? found.table : undefined;
}

function quoted(path: CatalogTable["path"]): string {
  return path.map((it) => `\`${it}\``).join(".");
}

function writtenTable(
  resolver: Resolver,
  node: CreateTable,
  path: CatalogTable["path"],
  at: Location,
): CatalogTable {
  const base = baseOf(resolver, node);
  return {
    path,
    kind: node.schema?.isOpen ? "external" : "table",
    temporary: node.temporary,
    columns: schemaColumns(resolver, node.schema?.columns ?? [], base),
    primaryKey: primaryKeyOf(resolver, node.schema),
    watermark: watermarkOf(resolver, node.schema?.watermarks ?? []),
    comment: node.comment?.text,
    options: readOptions(resolver.context, node.options ?? []),
    partitionKeys: node.partitionedBy.map((it) => it.text),
    distribution: distributionOf(node.distribution),
    definition: undefined,
    // Where other catalogs may be about, the first one need not be Flink's in-memory one.
    catalogType: resolver.session.otherCatalogs
      ? undefined
      : valueIn(resolver.session.catalogs, path[0])?.type,
    at,
  };
}

/** The columns of the base table, which computed columns of a LIKE table may name. */
function baseOf(resolver: Resolver, node: CreateTable): readonly TableColumn[] {
  if (node.like === undefined) {
    return [];
  }
  const found = findTable(resolver.session, pathOf(resolver.session, node.like.table));
  return found.kind === "found" ? found.table.columns : [];
}

function likeTable(
  resolver: Resolver,
  session: Session,
  like: NonNullable<CreateTable["like"]>,
  own: CatalogTable,
): ReturnType<typeof mergedWith> {
  const path = pathOf(session, like.table);
  const found = findTable(session, path);
  resolver.rests.set(fullName(path), {
    path,
    table: found.kind === "found" ? found.table : undefined,
  });
  if (found.kind === "missing") {
    return {
      table: own,
      clash: {
        message: `Source table ${quoted(path)} of the LIKE clause not found in the catalog`,
      },
    };
  }
  const base = found.kind === "found" ? found.table : externalTable(path, found.catalog.type);
  const merged = mergedWith(base, own, mergingOf(like));
  return base.kind !== "external"
    ? merged
    : { ...merged, table: { ...merged.table, kind: "external" } };
}

/** CTAS: the query's columns, into which those of the schema part are woven (MergeTableAsUtil). */
function withQuery(
  resolver: Resolver,
  table: CatalogTable,
  node: CreateTable,
  query: Relation,
): CatalogTable {
  const derived = plainColumns(query.columns, query.at).map(
    (it): TableColumn => ({ ...it, type: storedType(resolver, it.type) }),
  );
  const names = node.schema?.names ?? [];
  if (names.length > 0) {
    const ordered = names.flatMap((it) => derived.find((column) => column.name === it.text) ?? []);
    return { ...table, columns: ordered };
  }
  const own = new Map(table.columns.map((it) => [it.name, it]));
  const inQuery = new Set(derived.map((it) => it.name));
  const extra = table.columns.filter((it) => !inQuery.has(it.name));
  return {
    ...table,
    kind: query.complete ? table.kind : "external",
    columns: [
      ...extra,
      ...derived.map((it) => {
        const declared = own.get(it.name);
        return declared === undefined ? it : { ...declared };
      }),
    ],
  };
}

/** The column names of CTAS reorder the query's columns: all of them, by name. */
function nameFault(node: CreateTable, query: Relation): string | undefined {
  const names = node.schema?.names ?? [];
  if (names.length === 0 || !query.complete) {
    return undefined;
  }
  if (names.length !== query.columns.length) {
    return "The number of columns in the column list must match the number of columns in the source schema.";
  }
  const missing = names.find((it) => !query.columns.some((column) => column.name === it.text));
  return missing === undefined
    ? undefined
    : `Column '${missing.text}' not found in the source schema.`;
}

function jobOf(
  session: Session,
  node: CreateTable,
  table: CatalogTable,
  query: Relation,
  nameAt: Location,
  at: Location,
): JobEffect {
  return {
    kind: "job",
    form: node.action === "CREATE" ? "ctas" : "rtas",
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
