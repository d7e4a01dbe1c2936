import type { AlterModel } from "../../syntax/sql/statements/alter-model.ts";
import type { CreateFunction } from "../../syntax/sql/statements/create-function.ts";
import type { CreateModel } from "../../syntax/sql/statements/create-model.ts";
import type { CatalogContext } from "../context.ts";
import { resolveQuery, resolverFor } from "../from-query.ts";
import { databaseAt, pathOf } from "../names.ts";
import { readOptions } from "../options.ts";
import { valueIn, withValue } from "../persistent-map.ts";
import { topEnvironment } from "../resolver.ts";
import type { CatalogFunction, CatalogModel, Session } from "../session.ts";
import { plainColumns } from "../table.ts";
import { missingPlace } from "./missing-place.ts";
import { type Applied, changed, failed, noting } from "./step.ts";
import { withDatabase } from "./store.ts";
import { schemaColumns } from "./table-schema.ts";

/** CREATE FUNCTION of every kind; names of functions ignore letter case. */
export function createFunction(
  context: CatalogContext,
  session: Session,
  node: CreateFunction,
): Applied {
  if (node.name === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const at = context.source.locate(node.name.range);
  const [catalog, database, name] = path;
  const key = name.toLowerCase();
  const own: CatalogFunction = {
    name,
    className: node.className === undefined ? undefined : context.source.valueOf(node.className),
    language: node.language ?? "JAVA",
    at,
  };
  if (node.system) {
    return changed({ ...session, systemFunctions: withValue(session.systemFunctions, key, own) });
  }
  if (node.temporary) {
    return changed({
      ...session,
      temporaryFunctions: withValue(
        session.temporaryFunctions,
        `${catalog}.${database}.${key}`,
        own,
      ),
    });
  }
  const place = missingPlace(session, path, at);
  if (place !== undefined) {
    return place;
  }
  const home = databaseAt(session, catalog, database);
  if (home !== undefined && valueIn(home.functions, key) !== undefined && !node.orReplace) {
    return node.ifNotExists
      ? changed(session)
      : failed(
          session,
          { kind: "object-exists", object: "function", name, at },
          `Function ${name} already exists in Catalog ${catalog}.`,
        );
  }
  return changed(
    withDatabase(session, path, (it) => ({ ...it, functions: withValue(it.functions, key, own) })),
  );
}

/** CREATE MODEL. */
export function createModel(context: CatalogContext, session: Session, node: CreateModel): Applied {
  if (node.name === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const at = context.source.locate(node.name.range);
  const place = missingPlace(session, path, at);
  if (place !== undefined) {
    return place;
  }
  const resolver = resolverFor(context, session);
  const query = node.as === undefined ? undefined : resolveQuery(resolver, topEnvironment, node.as);
  const output = schemaColumns(resolver, node.output?.columns ?? [], []);
  const model: CatalogModel = {
    name: path[2],
    input:
      query === undefined
        ? schemaColumns(resolver, node.input?.columns ?? [], [])
        : plainColumns(query.columns, at),
    output: output.map((it) => ({ name: it.name, type: it.type })),
    options: readOptions(context, node.options ?? []),
    at,
  };
  const exists = valueIn(databaseAt(session, path[0], path[1])?.models ?? { layers: [] }, path[2]);
  if (exists !== undefined && !node.orReplace && !node.temporary) {
    return node.ifNotExists
      ? changed(session)
      : failed(
          session,
          { kind: "object-exists", object: "model", name: path.join("."), at },
          `Model ${path.join(".")} already exists.`,
        );
  }
  return noting(changed(withModel(session, path, node.temporary, model)), resolver);
}

function withModel(
  session: Session,
  path: readonly [string, string, string],
  temporary: boolean,
  model: CatalogModel | undefined,
): Session {
  return temporary
    ? { ...session, temporaryModels: withValue(session.temporaryModels, path.join("."), model) }
    : withDatabase(session, path, (it) => ({
        ...it,
        models: withValue(it.models, path[2], model),
      }));
}

/** ALTER MODEL RENAME, SET, RESET. */
export function alterModel(context: CatalogContext, session: Session, node: AlterModel): Applied {
  const change = node.change;
  if (node.name === undefined || change === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const at = context.source.locate(node.name.range);
  const home = databaseAt(session, path[0], path[1]);
  const model = home === undefined ? undefined : valueIn(home.models, path[2]);
  if (model === undefined) {
    return node.ifExists || valueIn(session.catalogs, path[0])?.complete === false
      ? changed(session)
      : failed(
          session,
          { kind: "unknown-model", name: path.join("."), near: [], at },
          `Model ${path.join(".")} doesn't exist.`,
        );
  }
  switch (change.kind) {
    case "rename": {
      if (change.to === undefined) {
        return changed(session);
      }
      const target = pathOf(session, change.to);
      const without = withModel(session, path, false, undefined);
      return changed(withModel(without, target, false, { ...model, name: target[2] }));
    }
    case "set": {
      const options = new Map([...model.options, ...readOptions(context, change.options)]);
      return changed(withModel(session, path, false, { ...model, options }));
    }
    case "reset": {
      const keys = new Set(change.keys.map((it) => it.text));
      const options = new Map([...model.options].filter(([key]) => !keys.has(key)));
      return changed(withModel(session, path, false, { ...model, options }));
    }
  }
}
