import { changedKeys, emptyMap, type PersistentMap, valueIn } from "../catalog/persistent-map.ts";
import type { Session } from "../catalog/session.ts";
import type { CatalogTable } from "../catalog/table.ts";
import type { TableOption } from "../connectors/connector.ts";
import type { ScriptStep } from "../job/script.ts";
import type { Location } from "../text/range.ts";

/** A table as one statement leaves it. */
export interface WrittenTable {
  readonly table: CatalogTable;
  readonly statement: Location;
}

/** The tables that the statements create or change, each as the statement leaves it. */
export function writtenTables(
  file: string,
  steps: readonly ScriptStep[],
  start: Session,
): readonly WrittenTable[] {
  const written: WrittenTable[] = [];
  let before = start;
  for (const step of steps) {
    const statement = { file, range: step.statement.range };
    for (const table of newTables(before, step.session)) {
      written.push({ table, statement });
    }
    before = step.session;
  }
  return written;
}

function newTables(before: Session, after: Session): readonly CatalogTable[] {
  const temporary = changedValues(before.temporaryTables, after.temporaryTables);
  const permanent = changedKeys(before.catalogs, after.catalogs).flatMap((name) => {
    const [old, catalog] = [valueIn(before.catalogs, name), valueIn(after.catalogs, name)];
    return catalog === undefined
      ? []
      : changedKeys(old?.databases ?? emptyMap, catalog.databases).flatMap((key) => {
          const oldTables = (old && valueIn(old.databases, key))?.tables ?? emptyMap;
          return changedValues(oldTables, valueIn(catalog.databases, key)?.tables ?? emptyMap);
        });
  });
  return [...temporary, ...permanent];
}

function changedValues(
  before: PersistentMap<CatalogTable>,
  after: PersistentMap<CatalogTable>,
): readonly CatalogTable[] {
  return changedKeys(before, after).flatMap((key) => valueIn(after, key) ?? []);
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
