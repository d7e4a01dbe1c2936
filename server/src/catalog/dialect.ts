import { valueIn } from "./persistent-map.ts";
import type { Session } from "./session.ts";

/** Whether Hive's parser reads the next statement: it is another language. */
export function isInHivesDialect({ configuration }: Session): boolean {
  const value = valueIn(configuration, "table.sql-dialect")?.value;
  return value?.kind === "constant" && String(value.value).toLowerCase() === "hive";
}
