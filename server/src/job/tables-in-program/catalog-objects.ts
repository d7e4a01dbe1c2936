import { withDatabase, withoutTable, withTable } from "../../catalog/apply/store.ts";
import { databaseAt, findPermanentTable } from "../../catalog/names.ts";
import type { TablePath } from "../../catalog/table.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { type Call, callsOn, identitiesOf, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { createFromCatalogTable } from "./descriptor.ts";
import { currentName } from "./inline-tables.ts";
import { type NamedCatalog, refused, type Tables } from "./state.ts";
import { opened } from "./statements.ts";

/** A catalog object gets its name: what it was told before counts too. */
export function nameCatalog(
  tables: Tables,
  named: NamedCatalog,
  call: Call,
  object: Value | undefined,
): void {
  for (const id of identitiesOf(object)) {
    tables.catalogs.set(id, named);
  }
  for (const it of callsOn(tables.run.ask.log(), object, call.seq)) {
    readCatalogCall(tables, named, it);
  }
}

/** The catalog that a receiver is: a registered object, or what `getCatalog(name).get()` gave. */
export function catalogOf(tables: Tables, receiver: Value): NamedCatalog | undefined {
  const known = identitiesOf(receiver).flatMap((it) => tables.catalogs.get(it) ?? [])[0];
  if (known !== undefined) {
    return known;
  }
  const log = tables.run.ask.log();
  const taken = makerOf(log, preferred(receiver));
  const asked = /^(get|orElse\w*)$/.test(taken?.method ?? "")
    ? makerOf(log, taken?.receiver)
    : taken;
  const environment =
    asked?.method === "getCatalog"
      ? identitiesOf(asked.receiver).flatMap((it) => tables.environments.get(it) ?? [])[0]
      : undefined;
  const name = environment && currentName(tables, environment, asked?.arguments[0]);
  return environment === undefined || name === undefined ? undefined : { environment, name };
}

/** A call on a `Catalog`, as far as it changes what is in it. */
export function readCatalogCall(tables: Tables, named: NamedCatalog, call: Call): void {
  const { environment, name } = named;
  const [first, second, ignore] = call.arguments;
  switch (call.method) {
    case "createDatabase": {
      const database = constantText(first);
      if (database === undefined) {
        opened(environment, call, "A database is made under a name that is not known.");
      } else {
        const place = [name, database] as const;
        environment.session = withDatabase(environment.session, place, (it) => it);
      }
      return;
    }
    case "createTable":
      createTable(tables, named, call);
      return;
    case "dropTable": {
      const path = pathOf(tables, named, first);
      const found = path === undefined ? undefined : findPermanentTable(environment.session, path);
      if (found?.kind === "found") {
        environment.session = withoutTable(environment.session, found.table);
      } else if (path === undefined || (second === undefined && ignore === undefined)) {
        opened(environment, call, "A table is dropped whose name is not known.");
      }
      return;
    }
    default:
      if (/^(alter|rename|dropDatabase)/.test(call.method)) {
        opened(environment, call, `What ${call.method} does to the catalog is not read.`);
      }
  }
}

function createTable(tables: Tables, named: NamedCatalog, call: Call): void {
  const { environment } = named;
  const [first, given, ignore] = call.arguments;
  const path = pathOf(tables, named, first);
  const at = first?.at[0] ?? call.name;
  const table =
    path === undefined || given === undefined
      ? undefined
      : createFromCatalogTable(tables, environment, call, given, { path, temporary: false, at });
  if (path === undefined || table === undefined) {
    opened(environment, call, "A table of the catalog is not read.");
    return;
  }
  if (databaseAt(environment.session, path[0], path[1]) === undefined) {
    refused(tables, call, `Database ${path[1]} does not exist in Catalog ${path[0]}.`);
    return;
  }
  const exists = findPermanentTable(environment.session, path).kind === "found";
  if (!exists) {
    environment.session = withTable(environment.session, table);
  } else if (ignore?.kind === "constant" && ignore.value === false) {
    refused(tables, call, `Table (or view) ${path[1]}.${path[2]} already exists in Catalog.`);
  }
}

/** `new ObjectPath(database, table)`, `ObjectPath.fromString("database.table")`. */
function pathOf(
  tables: Tables,
  { environment, name }: NamedCatalog,
  value: Value | undefined,
): TablePath | undefined {
  const log = tables.run.ask.log();
  const made = value && makerOf(log, preferred(value));
  const [first, second] = made?.arguments ?? [];
  if (made?.method === "fromString") {
    const [database, table] = constantText(first)?.split(".") ?? [];
    return database === undefined || table === undefined ? undefined : [name, database, table];
  }
  const database = currentName(tables, environment, first);
  const table = constantText(second);
  return database === undefined || table === undefined ? undefined : [name, database, table];
}
