import type { AlterCatalog } from "../../syntax/sql/statements/alter-catalog.ts";
import type { AlterDatabase } from "../../syntax/sql/statements/alter-database.ts";
import type { CreateCatalog } from "../../syntax/sql/statements/create-catalog.ts";
import type { CreateDatabase } from "../../syntax/sql/statements/create-database.ts";
import type { CatalogContext } from "../context.ts";
import { constantOption, readOptions } from "../options.ts";
import { emptyMap, valueIn, withValue } from "../persistent-map.ts";
import { type Catalog, emptyDatabase, type Session } from "../session.ts";
import { missingPlace } from "./missing-place.ts";
import { type Applied, changed, failed } from "./step.ts";
import { withCatalog, withDatabase } from "./store.ts";

/** CREATE CATALOG: only the in-memory one holds nothing but what the script puts there. */
export function createCatalog(
  context: CatalogContext,
  session: Session,
  node: CreateCatalog,
): Applied {
  const name = node.name?.parts[0]?.text;
  if (name === undefined || node.name === undefined) {
    return changed(session);
  }
  const at = context.source.locate(node.name.range);
  if (valueIn(session.catalogs, name) !== undefined) {
    return node.ifNotExists
      ? changed(session)
      : failed(
          session,
          { kind: "object-exists", object: "catalog", name, at },
          `Catalog ${name} already exists.`,
        );
  }
  const options = readOptions(context, node.options ?? []);
  const type = constantOption(options, "type");
  const complete = type === "generic_in_memory";
  const first = constantOption(options, "default-database") ?? "default";
  const catalog: Catalog = {
    name,
    type,
    options,
    comment: node.comment?.text,
    complete,
    databases: complete ? withValue(emptyMap, first, emptyDatabase(first)) : emptyMap,
    at,
  };
  return changed({ ...session, catalogs: withValue(session.catalogs, name, catalog) });
}

/** ALTER CATALOG SET, RESET, COMMENT. */
export function alterCatalog(
  context: CatalogContext,
  session: Session,
  node: AlterCatalog,
): Applied {
  const name = node.name?.parts[0]?.text ?? "";
  const change = node.change;
  if (change === undefined || node.name === undefined) {
    return changed(session);
  }
  const at = context.source.locate(node.name.range);
  if (valueIn(session.catalogs, name) === undefined) {
    return missingPlace(session, [name, ""], at) ?? changed(session);
  }
  return changed(
    withCatalog(session, name, (catalog) => {
      switch (change.kind) {
        case "comment":
          return { ...catalog, comment: change.comment.text };
        case "set":
          return {
            ...catalog,
            options: new Map([...catalog.options, ...readOptions(context, change.options)]),
          };
        case "reset": {
          const keys = new Set(change.keys.map((it) => it.text));
          const options = new Map([...catalog.options].filter(([key]) => !keys.has(key)));
          return { ...catalog, options };
        }
      }
    }),
  );
}

/** CREATE DATABASE. */
export function createDatabase(
  context: CatalogContext,
  session: Session,
  node: CreateDatabase,
): Applied {
  const parts = node.name?.parts.map((it) => it.text) ?? [];
  const name = parts.at(-1);
  if (name === undefined || node.name === undefined) {
    return changed(session);
  }
  const catalogName = parts.at(-2) ?? session.currentCatalog;
  const at = context.source.locate(node.name.range);
  const catalog = valueIn(session.catalogs, catalogName);
  if (catalog === undefined) {
    return missingPlace(session, [catalogName, name], at) ?? changed(session);
  }
  if (valueIn(catalog.databases, name) !== undefined && catalog.complete) {
    return node.ifNotExists
      ? changed(session)
      : failed(
          session,
          { kind: "object-exists", object: "database", name: `${catalogName}.${name}`, at },
          `Database ${name} already exists in Catalog ${catalogName}.`,
        );
  }
  return changed(
    withDatabase(session, [catalogName, name], (database) => ({
      ...database,
      comment: node.comment?.text,
      options: readOptions(context, node.options ?? []),
      at,
    })),
  );
}

/** ALTER DATABASE SET. */
export function alterDatabase(
  context: CatalogContext,
  session: Session,
  node: AlterDatabase,
): Applied {
  const parts = node.name?.parts.map((it) => it.text) ?? [];
  const name = parts.at(-1);
  const change = node.change;
  if (name === undefined || node.name === undefined || change === undefined) {
    return changed(session);
  }
  const catalogName = parts.at(-2) ?? session.currentCatalog;
  const at = context.source.locate(node.name.range);
  return (
    missingPlace(session, [catalogName, name], at) ??
    changed(
      withDatabase(session, [catalogName, name], (database) => ({
        ...database,
        options: new Map([...database.options, ...readOptions(context, change.options)]),
      })),
    )
  );
}
