import type { Identifier, Query } from "../../syntax/sql/ast.ts";
import type { AlterView } from "../../syntax/sql/statements/alter-view.ts";
import type { CreateView } from "../../syntax/sql/statements/create-view.ts";
import type { Location } from "../../text/range.ts";
import type { CatalogContext } from "../context.ts";
import { resolverFor, tableQuery } from "../from-query.ts";
import { findPermanentTable, findTable, pathOf } from "../names.ts";
import { valueIn, withValue } from "../persistent-map.ts";
import type { Relation } from "../relation.ts";
import { renamed } from "../relations.ts";
import { type Resolver, refuseInvalid } from "../resolver.ts";
import type { ResolvedView, Session } from "../session.ts";
import {
  type CatalogTable,
  columnsAlone,
  fullName,
  plainColumns,
  type TablePath,
} from "../table.ts";
import { missingPlace } from "./missing-place.ts";
import { type Applied, changed, failed, noting } from "./step.ts";
import { withoutTable, withTable } from "./store.ts";

/** CREATE VIEW: the query is resolved now, so that it is known to be right, and again where its tables change. */
export function createView(context: CatalogContext, session: Session, node: CreateView): Applied {
  if (node.name === undefined || node.as === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const at = context.source.locate(node.name.range);
  const place = node.temporary ? undefined : missingPlace(session, path, at);
  if (place !== undefined) {
    return place;
  }
  const found = findPermanentTable(session, path);
  const before = node.temporary
    ? valueIn(session.temporaryTables, fullName(path))
    : found.kind === "found"
      ? found.table
      : undefined;
  if (before !== undefined && !node.orReplace) {
    return node.ifNotExists
      ? changed(session)
      : failed(
          session,
          { kind: "object-exists", object: "view", name: fullName(path), at },
          `Could not execute CreateTable in path ${path.map((it) => `\`${it}\``).join(".")}: the table exists.`,
        );
  }
  const resolver = resolverFor(context, session);
  const { view, relation } = viewOf(resolver, path, node.as, node.columns, at);
  const table: CatalogTable = {
    ...view,
    temporary: node.temporary,
    comment: node.comment?.text,
  };
  const { configuration } = session;
  const effects = [{ kind: "view" as const, query: relation, configuration }];
  const next = withView(resolver, session, table, relation);
  return noting({ session: next, effects, findings: [] }, resolver);
}

function viewOf(
  resolver: Resolver,
  path: TablePath,
  query: Query,
  names: readonly Identifier[],
  at: Location,
): { readonly view: CatalogTable; readonly relation: Relation } {
  const plain = tableQuery(resolver, query);
  const relation = renamed(
    plain,
    names.map((it) => it.text),
  );
  if (names.length > 0 && relation.complete && names.length !== relation.columns.length) {
    const message = `VIEW definition and input fields not match: ${names.length} names for ${relation.columns.length} columns.`;
    refuseInvalid(resolver, message, at);
  }
  const view: CatalogTable = {
    path,
    kind: "view",
    temporary: false,
    columns: plainColumns(relation.columns, at),
    ...columnsAlone,
    definition: {
      query,
      source: resolver.context.source,
      catalog: resolver.session.currentCatalog,
      database: resolver.session.currentDatabase,
      columns: plain.columns.map((it) => it.name),
      isReadable: !resolver.rereading.unpivots,
    },
    catalogType: valueIn(resolver.session.catalogs, path[0])?.type,
    at,
  };
  return { view, relation };
}

/** The session with the view and what it was resolved to. */
function withView(
  resolver: Resolver,
  session: Session,
  view: CatalogTable,
  relation: Relation,
): Session {
  const resolved: ResolvedView = { view, relation, rests: [...resolver.rests.values()] };
  return {
    ...withTable(session, view),
    resolvedViews: withValue(session.resolvedViews, fullName(view.path), resolved),
  };
}

/** ALTER VIEW: another name or another query. */
export function alterView(context: CatalogContext, session: Session, node: AlterView): Applied {
  if (node.name === undefined || node.change === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const at = context.source.locate(node.name.range);
  const found = findTable(session, path);
  if (found.kind === "external") {
    return changed(session);
  }
  if (found.kind === "missing" || found.table.kind !== "view") {
    const name = fullName(path);
    const message = `View \`${path.join("`.`")}\` doesn't exist or is not a view.`;
    return failed(session, { kind: "unknown-table", name, near: [], at }, message);
  }
  if (node.change.kind === "rename") {
    const to = node.change.to;
    if (to === undefined) {
      return changed(session);
    }
    const target = pathOf(session, to);
    return changed(withTable(withoutTable(session, found.table), { ...found.table, path: target }));
  }
  const resolver = resolverFor(context, session);
  const { view, relation } = viewOf(resolver, path, node.change.query, [], at);
  const table: CatalogTable = {
    ...view,
    temporary: found.table.temporary,
    comment: found.table.comment,
  };
  return noting(changed(withView(resolver, session, table, relation)), resolver);
}
