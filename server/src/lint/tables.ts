import { entriesOf, valueIn } from "../catalog/persistent-map.ts";
import type { Session } from "../catalog/session.ts";
import type { CatalogTable } from "../catalog/table.ts";
import type { TableOption } from "../connectors/connector.ts";
import type { ScriptAnalysis } from "../job/script.ts";
import type { Location } from "../text/range.ts";

/** A table as one statement leaves it. */
export interface WrittenTable {
  readonly table: CatalogTable;
  readonly statement: Location;
}

/** The tables that the script's statements create or change, each as the statement leaves it. */
export function writtenTables(analysis: ScriptAnalysis): readonly WrittenTable[] {
  const written: WrittenTable[] = [];
  let before: Session | undefined;
  for (const step of analysis.steps) {
    const statement = { file: analysis.file, range: step.statement.range };
    for (const table of newTables(before, step.session)) {
      written.push({ table, statement });
    }
    before = step.session;
  }
  return written;
}

function newTables(before: Session | undefined, after: Session): readonly CatalogTable[] {
  const tables: CatalogTable[] = [];
  if (before?.temporaryTables !== after.temporaryTables) {
    tables.push(
      ...changed(before && entriesOf(before.temporaryTables), entriesOf(after.temporaryTables)),
    );
  }
  if (before?.catalogs === after.catalogs) {
    return tables;
  }
  for (const [name, catalog] of entriesOf(after.catalogs)) {
    const old = before && valueIn(before.catalogs, name);
    if (old === catalog) {
      continue;
    }
    for (const [key, database] of entriesOf(catalog.databases)) {
      const oldDatabase = old && valueIn(old.databases, key);
      if (oldDatabase !== database) {
        tables.push(
          ...changed(oldDatabase && entriesOf(oldDatabase.tables), entriesOf(database.tables)),
        );
      }
    }
  }
  return tables;
}

function changed(
  before: ReadonlyMap<string, CatalogTable> | undefined,
  after: ReadonlyMap<string, CatalogTable>,
): readonly CatalogTable[] {
  return [...after].flatMap(([key, table]) => (before?.get(key) === table ? [] : [table]));
}

/** The option of a table if it is written inside the statement: an option taken over by LIKE is said where it stands. */
export function writtenIn(option: TableOption, statement: Location): Location | undefined {
  return option.keyAt.find(
    (it) =>
      it.file === statement.file &&
      statement.range.start <= it.range.start &&
      it.range.end <= statement.range.end,
  );
}
