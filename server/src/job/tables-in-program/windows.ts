import { valueIn } from "../../catalog/persistent-map.ts";
import type { Relation } from "../../catalog/relation.ts";
import { unknownType } from "../../catalog/resolver.ts";
import { mayBeMarked } from "../../catalog/time-attributes.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { sqlOf, sqlOfExpressions } from "./expression-sql.ts";
import { type GroupWindow, refused, type TableEnvironment, type Tables } from "./state.ts";

/** The relation below `window`, and the window's own column, which can be selected and grouped by. */
export function windowed(tables: Tables, input: Relation, call: Call): Relation {
  const type = unknownType("unsupported", "A window.");
  const name = aliasOf(tables, call) ?? "w";
  return {
    kind: "tableFunction",
    name: "TUMBLE",
    inputs: [input],
    arguments: [],
    window: true,
    columns: [...input.columns, { name, type, origins: [], open: true }],
    complete: input.complete,
    at: call.name,
  };
}

/** The window of a `window` call as GROUP BY says it; undefined for windows that count rows, or are not read. */
export function groupWindowOf(
  tables: Tables,
  environment: TableEnvironment,
  input: Relation,
  call: Call,
): GroupWindow | undefined {
  const log = tables.run.ask.log();
  const alias = aliasOf(tables, call);
  const made = new Map<string, Value | undefined>();
  let step = makerOf(log, preferred(call.arguments[0] ?? call.result));
  while (step?.receiver !== undefined) {
    made.set(step.method, step.arguments[0]);
    step = makerOf(log, preferred(step.receiver));
  }
  if (step !== undefined) {
    made.set(step.method, step.arguments[0]);
  }
  const operator = made.has("withGap") ? "SESSION" : made.has("every") ? "HOP" : "TUMBLE";
  refuseOtherTimes(tables, environment, input, { call, time: made.get("on") });
  const context = sqlOfExpressions(tables);
  const operands = [
    made.get("on"),
    ...(operator === "HOP" ? [made.get("every"), made.get("over")] : []),
    ...(operator === "HOP" ? [] : [made.get("over") ?? made.get("withGap")]),
  ].map((it) => it && sqlOf(context, it));
  const isRead = operands.every(
    (it, index) => it !== undefined && (index === 0 || /^INTERVAL/.test(it)),
  );
  return alias === undefined || !isRead
    ? undefined
    : { alias, operator, operands: operands.join(", ") };
}

function aliasOf({ run }: Tables, call: Call): string | undefined {
  const named = call.arguments[0] && makerOf(run.ask.log(), preferred(call.arguments[0]));
  return named?.method === "as" || named?.method === "alias"
    ? columnName(run, named.arguments[0])
    : undefined;
}

function columnName(run: Tables["run"], value: Value | undefined): string | undefined {
  const call = value && makerOf(run.ask.log(), preferred(value));
  return (
    constantText(value) ?? (call?.method === "$" ? constantText(call.arguments[0]) : undefined)
  );
}

/** AggregateOperationFactory.getValidatedGroupWindow. */
function refuseOtherTimes(
  tables: Tables,
  environment: TableEnvironment,
  input: Relation,
  { call, time }: { readonly call: Call; readonly time: Value | undefined },
): void {
  const name = columnName(tables.run, time);
  const index = input.columns.findIndex((it) => it.name === name);
  const type = input.columns[index]?.type;
  if (
    type !== undefined &&
    isStreaming(environment) &&
    !mayBeMarked({ kind: "input", index, type, at: call.name }, input)
  ) {
    refused(
      tables,
      call,
      "A group window expects a time attribute for grouping in a stream environment.",
    );
  }
}

/** Whether tables are for certain planned in streaming mode. */
export function isStreaming({ session, environments }: TableEnvironment): boolean {
  const mode = valueIn(session.configuration, "execution.runtime-mode")?.value;
  // What a stream environment's mode is may also be said by the cluster.
  return mode === undefined
    ? environments.every((it) => it < 0)
    : constantText(mode)?.toUpperCase() === "STREAMING";
}
