import type { TableColumn } from "../../catalog/table.ts";
import { constantText } from "../../connectors/calls.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import type { Tables } from "./state.ts";

/**
 * The columns of `fromDataStream(stream, $("a"), $("b").as("c"))`, as FieldInfoUtils reads them: by name, or by place where no
 * expression names a field. Undefined where an expression is of another kind.
 */
export function columnsOfFields(
  tables: Tables,
  call: Call,
  expressions: readonly Value[],
  derived: readonly TableColumn[],
): readonly TableColumn[] | undefined {
  const fields = expressions.map((it) => fieldOf(tables, it));
  const named = fields.some((it) => derived.some(({ name }) => name === it?.field));
  let place = 0;
  const columns = fields.flatMap((it): readonly TableColumn[] => {
    if (it === undefined) {
      return [];
    }
    if (it.time) {
      return [timeColumn(it.name, call)];
    }
    const found = named ? derived.find(({ name }) => name === it.field) : derived[place];
    place += 1;
    return found === undefined ? [] : [{ ...found, name: it.name }];
  });
  return columns.length === expressions.length ? columns : undefined;
}

interface Field {
  readonly field: string;
  readonly name: string;
  /** `rowtime()` or `proctime()`. */
  readonly time: boolean;
}

function fieldOf(tables: Tables, value: Value): Field | undefined {
  const call = makerOf(tables.run.ask.log(), value);
  const text = constantText(call?.arguments[0]);
  switch (call?.method) {
    case "$":
    case "col":
      return text === undefined ? undefined : { field: text, name: text, time: false };
    case "as": {
      const inner = call.receiver === undefined ? undefined : fieldOf(tables, call.receiver);
      return inner === undefined || text === undefined ? undefined : { ...inner, name: text };
    }
    case "rowtime":
    case "proctime": {
      const inner = call.receiver === undefined ? undefined : fieldOf(tables, call.receiver);
      return inner === undefined ? undefined : { ...inner, time: true };
    }
    default:
      return undefined;
  }
}

function timeColumn(name: string, call: Call): TableColumn {
  const type = { kind: "TIMESTAMP", precision: 3, attribute: undefined, nullable: true } as const;
  return { kind: "physical", name, type, comment: undefined, at: call.name };
}
