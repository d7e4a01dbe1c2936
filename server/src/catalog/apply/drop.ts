import type { Drop } from "../../syntax/sql/statements/drop.ts";
import type { Location } from "../../text/range.ts";
import type { CatalogContext } from "../context.ts";
import { findPermanentTable, nearNames, pathOf } from "../names.ts";
import { entriesOf, valueIn, withValue } from "../persistent-map.ts";
import type { Session } from "../session.ts";
import { type CatalogTable, fullName } from "../table.ts";
import { type Applied, changed, failed, failedInvalid } from "./step.ts";
import { withCatalog, withDatabase, withoutTable } from "./store.ts";

/** DROP of every object. */
export function drop(context: CatalogContext, session: Session, node: Drop): Applied {
  if (node.name === undefined || node.object === undefined) {
    return changed(session);
  }
  const at = context.source.locate(node.name.range);
  switch (node.object) {
    case "TABLE":
    case "VIEW":
    case "MATERIALIZED TABLE":
      return dropTable(session, node, at);
    case "CATALOG":
      return dropCatalog(session, node, at);
    case "DATABASE":
      return dropDatabase(session, node, at);
    case "FUNCTION":
      return dropFunction(session, node);
    case "MODEL":
      return dropModel(session, node);
    case "CONNECTION":
      return changed(session);
  }
}

function kindOf(object: Drop["object"]): CatalogTable["kind"] {
  return object === "VIEW" ? "view" : object === "MATERIALIZED TABLE" ? "materialized" : "table";
}

function dropTable(session: Session, node: Drop, at: Location): Applied {
  const name = node.name;
  if (name === undefined) {
    return changed(session);
  }
  const path = pathOf(session, name);
  const temporary = valueIn(session.temporaryTables, fullName(path));
  const wanted = kindOf(node.object);
  if (temporary !== undefined) {
    if (!node.temporary) {
      // CatalogManager.dropTable: a temporary table must be dropped first, by its own statement.
      const message = `Temporary ${wanted} with identifier '${quoted(path)}' exists. Drop it first before removing the permanent ${wanted}.`;
      return failedInvalid(session, message, at);
    }
    return changed(withoutTable(session, temporary));
  }
  const found = findPermanentTable(session, path);
  if (node.temporary || found.kind === "missing") {
    return node.ifExists ? changed(session) : missing(session, path, wanted, at);
  }
  if (found.kind === "external") {
    return changed(session);
  }
  return found.table.kind === wanted || (wanted === "table" && found.table.kind === "external")
    ? changed(withoutTable(session, found.table))
    : node.ifExists
      ? changed(session)
      : missing(session, path, wanted, at);
}

function quoted(path: CatalogTable["path"]): string {
  return path.map((it) => `\`${it}\``).join(".");
}

function missing(
  session: Session,
  path: CatalogTable["path"],
  wanted: string,
  at: Location,
): Applied {
  const database = valueIn(
    valueIn(session.catalogs, path[0])?.databases ?? { layers: [] },
    path[1],
  );
  const title = wanted === "view" ? "View" : wanted === "table" ? "Table" : "Materialized Table";
  return failed(
    session,
    {
      kind: "unknown-table",
      name: fullName(path),
      near: nearNames(path[2], entriesOf(database?.tables ?? { layers: [] }).keys()),
      at,
    },
    `${title} with identifier '${path.join(".")}' does not exist.`,
  );
}

function dropCatalog(session: Session, node: Drop, at: Location): Applied {
  const name = node.name?.parts[0]?.text ?? "";
  if (valueIn(session.catalogs, name) === undefined) {
    return node.ifExists
      ? changed(session)
      : failed(
          session,
          {
            kind: "unknown-catalog",
            name,
            near: nearNames(name, entriesOf(session.catalogs).keys()),
            at,
          },
          `Catalog '${name}' does not exist.`,
        );
  }
  if (session.currentCatalog === name) {
    const message = "Cannot drop a catalog which is currently in use.";
    return failedInvalid(session, message, at);
  }
  return changed({ ...session, catalogs: withValue(session.catalogs, name, undefined) });
}

function dropDatabase(session: Session, node: Drop, at: Location): Applied {
  const parts = node.name?.parts.map((it) => it.text) ?? [];
  const name = parts.at(-1) ?? "";
  const catalogName = parts.at(-2) ?? session.currentCatalog;
  const catalog = valueIn(session.catalogs, catalogName);
  const database = catalog === undefined ? undefined : valueIn(catalog.databases, name);
  if (catalog === undefined || database === undefined) {
    return node.ifExists || catalog?.complete === false
      ? changed(session)
      : failed(
          session,
          { kind: "unknown-database", name, near: [], at },
          `Database '${name}' does not exist in catalog '${catalogName}'.`,
        );
  }
  if (catalogName === session.currentCatalog && name === session.currentDatabase) {
    const message = "Cannot drop a database which is currently in use.";
    return failedInvalid(session, message, at);
  }
  const filled = entriesOf(database.tables).size > 0 || entriesOf(database.functions).size > 0;
  if (filled && node.behavior !== "CASCADE") {
    const message = `Database ${name} in catalog ${catalogName} is not empty.`;
    return failedInvalid(session, message, at);
  }
  return changed(
    withCatalog(session, catalogName, (it) => ({
      ...it,
      databases: withValue(it.databases, name, undefined),
    })),
  );
}

function dropFunction(session: Session, node: Drop): Applied {
  const name = node.name;
  if (name === undefined) {
    return changed(session);
  }
  const [catalog, database, written] = pathOf(session, name);
  const last = written.toLowerCase();
  if (node.system) {
    return changed({
      ...session,
      systemFunctions: withValue(session.systemFunctions, last, undefined),
    });
  }
  if (node.temporary) {
    const key = `${catalog}.${database}.${last}`;
    return changed({
      ...session,
      temporaryFunctions: withValue(session.temporaryFunctions, key, undefined),
    });
  }
  return changed(
    withDatabase(session, [catalog, database], (it) => ({
      ...it,
      functions: withValue(it.functions, last, undefined),
    })),
  );
}

function dropModel(session: Session, node: Drop): Applied {
  const name = node.name;
  if (name === undefined) {
    return changed(session);
  }
  const [catalog, database, model] = pathOf(session, name);
  if (node.temporary) {
    const key = `${catalog}.${database}.${model}`;
    return changed({
      ...session,
      temporaryModels: withValue(session.temporaryModels, key, undefined),
    });
  }
  return changed(
    withDatabase(session, [catalog, database], (it) => ({
      ...it,
      models: withValue(it.models, model, undefined),
    })),
  );
}
