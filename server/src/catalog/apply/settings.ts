import type { Reset } from "../../syntax/sql/statements/reset.ts";
import type { SetOption } from "../../syntax/sql/statements/set-option.ts";
import type { Use } from "../../syntax/sql/statements/use.ts";
import type { Location } from "../../text/range.ts";
import type { CatalogContext } from "../context.ts";
import { catalogNamed, nearNames } from "../names.ts";
import { emptyMap, entriesOf, valueIn, withValue } from "../persistent-map.ts";
import type { Session } from "../session.ts";
import { type Applied, changed, failed } from "./step.ts";

/** SET: the value holds for all later jobs until RESET. */
export function setOption(
  context: CatalogContext,
  session: Session,
  node: SetOption,
  at: Location,
): Applied {
  if (node.key === undefined || node.value === undefined) {
    return changed(session);
  }
  const valueAt = context.source.locate(node.value.range);
  const value =
    node.value.kind === "string"
      ? context.source.valueOf(node.value)
      : { kind: "constant" as const, value: node.value.text, at: [valueAt] };
  return changed({
    ...session,
    configuration: withValue(session.configuration, node.key.text.trim(), { value, at }),
  });
}

/** RESET of one key, or of all. */
export function reset(session: Session, node: Reset): Applied {
  return changed({
    ...session,
    configuration:
      node.key === undefined
        ? emptyMap
        : withValue(session.configuration, node.key.text.trim(), undefined),
  });
}

/** USE CATALOG and USE: what unqualified names mean from here on. */
export function use(context: CatalogContext, session: Session, node: Use): Applied {
  const parts = node.name?.parts.map((it) => it.text) ?? [];
  const last = parts.at(-1);
  if (last === undefined || node.name === undefined) {
    return changed(session);
  }
  const at = context.source.locate(node.name.range);
  return node.object === "CATALOG"
    ? useCatalog(session, last, at)
    : useDatabase(session, parts.at(-2) ?? session.currentCatalog, last, at);
}

/** The database that a catalog begins with, by its type. */
const firstDatabases: ReadonlyMap<string, string> = new Map([
  ["hive", "default"],
  ["iceberg", "default"],
  ["paimon", "default"],
  ["hudi", "default"],
]);

function useCatalog(session: Session, name: string, at: Location): Applied {
  const catalog = catalogNamed(session, name);
  if (catalog === undefined) {
    return unknownCatalog(session, name, at);
  }
  const option = catalog.options.get("default-database")?.value;
  const written = option?.kind === "constant" ? String(option.value) : undefined;
  const first = catalog.firstDatabase ?? firstDatabases.get(catalog.type ?? "");
  return changed({
    ...session,
    currentCatalog: name,
    currentDatabase: written ?? first ?? "default",
  });
}

function unknownCatalog(session: Session, name: string, at: Location): Applied {
  return failed(
    session,
    {
      kind: "unknown-catalog",
      name,
      near: nearNames(name, entriesOf(session.catalogs).keys()),
      at,
    },
    `A catalog with name [${name}] does not exist.`,
  );
}

function useDatabase(session: Session, catalogName: string, name: string, at: Location): Applied {
  const catalog = catalogNamed(session, catalogName);
  if (catalog === undefined) {
    return unknownCatalog(session, catalogName, at);
  }
  if (catalog.complete && valueIn(catalog.databases, name) === undefined) {
    return failed(
      session,
      {
        kind: "unknown-database",
        name,
        near: nearNames(name, entriesOf(catalog.databases).keys()),
        at,
      },
      `A database with name [${name}] does not exist in the catalog: [${catalogName}].`,
    );
  }
  return changed({ ...session, currentCatalog: catalogName, currentDatabase: name });
}
