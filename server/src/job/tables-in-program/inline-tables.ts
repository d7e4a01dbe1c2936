import { constantText } from "../../connectors/calls.ts";
import { textOf } from "../../values/texts.ts";
import type { Value } from "../../values/value.ts";
import { registerView } from "./register.ts";
import type { TableEnvironment, Tables } from "./state.ts";

/**
 * A text with `Table` objects in it (`"SELECT * FROM " + table`): `Table.toString` registers the table under a name of its own
 * and writes that name.
 */
export function withTableTexts(tables: Tables, environment: TableEnvironment, value: Value): Value {
  if (value.kind !== "text" && value.kind !== "unknown") {
    return value;
  }
  const parts = value.kind === "text" ? value.parts : [value];
  const named = parts.map((part): Value => {
    const id = part.kind === "unknown" ? /^text#(\d+)$/.exec(part.key ?? "")?.[1] : undefined;
    const table = id === undefined ? undefined : tables.tables.get(Number(id));
    if (table === undefined) {
      const current = part.kind === "unknown" ? currentName(tables, environment, part) : undefined;
      return current === undefined ? part : { kind: "constant", value: current, at: part.at };
    }
    const name = `UnnamedTable$${id}`;
    registerView(environment, name, table.relation, part.at[0]);
    return { kind: "constant", value: name, at: part.at };
  });
  return textOf(named);
}

/** A name as text, or what `getCurrentCatalog()` or `getCurrentDatabase()` gives. */
export function currentName(
  { run }: Tables,
  { session }: TableEnvironment,
  value: Value | undefined,
): string | undefined {
  if (value?.kind !== "unknown") {
    return constantText(value);
  }
  const made = run.ask.log().calls.find((it) => it.result === value);
  return made?.method === "getCurrentCatalog"
    ? session.currentCatalog
    : made?.method === "getCurrentDatabase"
      ? session.currentDatabase
      : undefined;
}
