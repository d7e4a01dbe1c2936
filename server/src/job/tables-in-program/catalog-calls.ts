import { emptyMap, withValue } from "../../catalog/persistent-map.ts";
import { type Catalog, emptyDatabase } from "../../catalog/session.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { type Call, makerOf } from "../../values/log.ts";
import { settingsOfConfiguration } from "../program-settings.ts";
import { nameCatalog } from "./catalog-objects.ts";
import { quoted } from "./quoted.ts";
import { sqlTextOf } from "./sql-text.ts";
import { notedEffects, refused, type TableEnvironment, type Tables } from "./state.ts";
import { applied, opened } from "./statements.ts";

/** `useCatalog`, `useDatabase`: as USE CATALOG and USE say it. */
export function useCatalog(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined) {
    opened(environment, call, "Which catalog or database is used is not known.");
    return;
  }
  if (name?.kind === "oneOf" || name?.kind === "unknown") {
    opened(environment, call, "Which catalog or database is used has several answers.");
  }
  if (text.text.trim() === "") {
    refused(tables, call, "The name of a catalog or database cannot be empty.");
    return;
  }
  const use = call.method === "useDatabase" ? "USE" : "USE CATALOG";
  named(tables, environment, call, `${use} ${quoted(text.text)}`);
}

/** Applies the statement that says what a method does. */
function named(tables: Tables, environment: TableEnvironment, call: Call, value: string): void {
  const at = call.arguments[0]?.at ?? [];
  const statement = { kind: "constant", value, at } as const;
  const stated = applied(tables, environment, call, statement, "named");
  if (stated !== undefined) {
    environment.session = stated.applied.session;
    notedEffects(tables, environment, call, stated.applied.effects);
  }
}

/** `createCatalog(name, CatalogDescriptor.of(name, configuration))` and `registerCatalog(name, catalog)`. */
export function addCatalog(tables: Tables, environment: TableEnvironment, call: Call): void {
  const { ask } = tables.run;
  const [name, given] = call.arguments;
  const made = given === undefined ? undefined : makerOf(ask.log(), given);
  const text = constantText(name);
  const configuration = made?.arguments[1];
  if (made?.method !== "of" || text === undefined || configuration === undefined) {
    registerCatalog(tables, environment, call);
    return;
  }
  const at = { ask, before: call.seq, conditions: call.conditions };
  const options = [...settingsOfConfiguration(at, configuration)].map(
    ([key, { value }]) => `'${escaped(key)}' = '${escaped(value)}'`,
  );
  named(tables, environment, call, `CREATE CATALOG ${quoted(text)} WITH (${options.join(", ")})`);
}

function escaped(text: string): string {
  return text.replaceAll("'", "''");
}

/** Only `GenericInMemoryCatalog` holds nothing but what the program puts there. */
function registerCatalog(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name, given] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined) {
    opened(environment, call, "A catalog is registered under a name that is not known.");
    return;
  }
  const object = given === undefined ? undefined : preferred(given);
  const made = object === undefined ? undefined : makerOf(tables.run.ask.log(), object);
  const simple = (object?.kind === "object" ? (object.class ?? "") : "").split(".").at(-1) ?? "";
  const type = catalogTypes[simple];
  const complete = simple === "GenericInMemoryCatalog";
  const first = databaseArgument(simple, made);
  const database = first ?? "default";
  const catalog: Catalog = {
    name: text.text,
    type,
    options: new Map(),
    firstDatabase: database,
    comment: undefined,
    complete,
    databases: complete ? withValue(emptyMap, database, emptyDatabase(database)) : emptyMap,
    at: call.name,
  };
  environment.session = {
    ...environment.session,
    catalogs: withValue(environment.session.catalogs, text.text, catalog),
  };
  nameCatalog(tables, { environment, name: text.text }, call, given);
}

const catalogTypes: Readonly<Record<string, string>> = {
  GenericInMemoryCatalog: "generic_in_memory",
  HiveCatalog: "hive",
  JdbcCatalog: "jdbc",
  PostgresCatalog: "jdbc",
  MySqlCatalog: "jdbc",
  FlinkCatalog: "iceberg",
};

/** `new HiveCatalog(name, database, ...)`, `new JdbcCatalog([loader,] name, database, ...)`. */
function databaseArgument(simple: string, made: Call | undefined): string | undefined {
  const texts = (made?.arguments ?? []).flatMap((it) =>
    it.kind === "constant" && typeof it.value === "string" ? [it.value] : [],
  );
  return simple === "" || made?.method !== "new" ? undefined : texts[1];
}
