import { aggregateFunctionTypes, scalarFunctionTypes } from "../facts/function-types.ts";
import type { Name } from "../syntax/sql/ast.ts";
import type { UserFunction } from "./context.ts";
import { databaseAt, nearNames } from "./names.ts";
import { valueIn } from "./persistent-map.ts";
import type { Relation } from "./relation.ts";
import type { Resolver } from "./resolver.ts";
import type { CatalogFunction } from "./session.ts";

/** What a function name leads to. */
export type FoundFunction =
  | { readonly kind: "builtIn"; readonly name: string }
  | {
      readonly kind: "user";
      readonly name: string;
      readonly facts: UserFunction | undefined;
      readonly temporal?: Relation | undefined;
    }
  /** No function of Flink's core and none of the script's. */
  | {
      readonly kind: "missing";
      readonly name: string;
      readonly written: string;
      readonly near: readonly string[];
    };

/** Looks a function up as FunctionCatalog does: temporary system, built-in, temporary catalog, catalog functions. */
export function findFunction(resolver: Resolver, name: Name): FoundFunction {
  const parts = name.parts.map((it) => it.text);
  const written = parts.join(".");
  const upper = written.toUpperCase();
  if (parts.length === 1) {
    const system = valueIn(resolver.session.systemFunctions, written.toLowerCase());
    if (system !== undefined) {
      return userFunction(resolver, system);
    }
    if (isBuiltIn(upper)) {
      return { kind: "builtIn", name: upper };
    }
  }
  const own = catalogFunction(resolver, parts);
  if (own !== undefined) {
    return userFunction(resolver, own);
  }
  const catalog = valueIn(
    resolver.session.catalogs,
    parts.at(-3) ?? resolver.session.currentCatalog,
  );
  if (catalog?.complete === false || resolver.session.modules) {
    return { kind: "user", name: written, facts: undefined };
  }
  return {
    kind: "missing",
    name: upper,
    written,
    near: nearNames(upper, [...scalarFunctionTypes.keys(), ...aggregateFunctionTypes.keys()]),
  };
}

function catalogFunction(
  resolver: Resolver,
  parts: readonly string[],
): CatalogFunction | undefined {
  const session = resolver.session;
  const name = (parts.at(-1) ?? "").toLowerCase();
  const database = parts.at(-2) ?? session.currentDatabase;
  const catalog = parts.at(-3) ?? session.currentCatalog;
  const temporary = valueIn(session.temporaryFunctions, `${catalog}.${database}.${name}`);
  const home = databaseAt(session, catalog, database);
  return temporary ?? (home === undefined ? undefined : valueIn(home.functions, name));
}

function userFunction(resolver: Resolver, own: CatalogFunction): FoundFunction {
  const className = own.className;
  const known =
    className?.kind === "constant" && typeof className.value === "string"
      ? resolver.context.userFunction?.(className.value)
      : undefined;
  return { kind: "user", name: own.name, facts: known, temporal: own.temporal };
}

/** Built-in functions that have a type of their own making, not one of the table. */
const others = new Set([
  "COALESCE",
  "IFNULL",
  "NULLIF",
  "IF",
  "TUMBLE",
  "HOP",
  "SESSION",
  "CUMULATE",
  "OBJECT_OF",
  "OBJECT_UPDATE",
  "ML_PREDICT",
  "ML_EVALUATE",
  "VECTOR_SEARCH",
  "TO_CHANGELOG",
  "FROM_CHANGELOG",
  "UNNEST",
  "ROW",
  "VALUE_OF",
]);

function isBuiltIn(name: string): boolean {
  return (
    scalarFunctionTypes.has(name) ||
    aggregateFunctionTypes.has(name) ||
    others.has(name) ||
    /^(TUMBLE|HOP|SESSION)_(START|END|ROWTIME|PROCTIME)$/.test(name) ||
    /^JSON_(ARRAY|OBJECT)AGG_/.test(name)
  );
}
