import { changedKeys, emptyMap, type PersistentMap, valueIn } from "../catalog/persistent-map.ts";
import type { Session } from "../catalog/session.ts";
import type { CatalogTable } from "../catalog/table.ts";
import type { TableOption } from "../connectors/connector.ts";
import {
  type ScriptAnalysis,
  type ScriptStep,
  type StatementText,
  textOfStep,
} from "../job/script.ts";
import type { Location, Range } from "../text/range.ts";

/** A table as one statement leaves it. */
export interface WrittenTable {
  readonly table: CatalogTable;
  readonly statement: WrittenStatement;
}

/** A statement's stretch of the text that it stands in. */
interface WrittenStatement {
  readonly text: StatementText;
  readonly range: Range;
}

/** The tables that a statement creates or changes, as it leaves them; `before` is the session that it found. */
export function writtenTables(
  script: ScriptAnalysis,
  step: ScriptStep,
  before: Session,
): readonly WrittenTable[] {
  const tables = newTables(before, step.session);
  if (tables.length === 0) {
    return [];
  }
  const statement = { text: textOfStep(script, step), range: step.statement.range };
  return tables.map((table) => ({ table, statement }));
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
export function writtenIn(
  { keyAt }: TableOption,
  { text, range }: WrittenStatement,
): Location | undefined {
  return keyAt.find(({ file, range: { start } }) => {
    const found = text.offsetAt({ file, offset: start });
    return found?.behind === 0 && range.start <= found.offset && found.offset < range.end;
  });
}
