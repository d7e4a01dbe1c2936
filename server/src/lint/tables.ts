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

/** The tables that a statement creates or changes, as it leaves them; `before` is the session that it found. */
export function writtenTables(
  file: string,
  step: ScriptStep,
  before: Session,
): readonly WrittenTable[] {
  const statement = { file, range: step.statement.range };
  return newTables(before, step.session).map((table) => ({ table, statement }));
}

function newTables(before: Session, after: Session): readonly CatalogTable[] {
  if (before === after) {
    return [];
  }
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
