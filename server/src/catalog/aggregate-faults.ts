import type { RuntimeMode } from "../connectors/connector.ts";
import { noPlan } from "./no-plan.ts";
import { allColumns, readOfInputs } from "./prune/read-of-inputs.ts";
import type {
  AggregateCall,
  AggregateRelation,
  MatchFault,
  Relation,
  TableFunctionRelation,
} from "./relation.ts";
import { isGroupWindow } from "./relations.ts";
import { relationsIn } from "./relations-in.ts";
import { inputsOf, someIn } from "./walk.ts";

/** What Flink has no code for: aggregate functions by the window and the mode that they are computed in. */
export function aggregateFault(query: Relation, mode: RuntimeMode): MatchFault | undefined {
  // Most queries hold none that could be refused, and then no columns are counted.
  return relationsIn(query).some(isDoubtful) ? faultIn(query, allColumns(query), mode) : undefined;
}

function isDoubtful(relation: Relation): boolean {
  return relation.kind === "aggregate" && relation.calls.some((it) => it.distinct || isRare(it));
}

function isRare(call: AggregateCall): boolean {
  return (
    isMergedNowhere(call) ||
    call.function === "JSON_OBJECTAGG" ||
    call.function === "APPROX_COUNT_DISTINCT"
  );
}

function faultIn(
  relation: Relation,
  wanted: readonly number[],
  mode: RuntimeMode,
): MatchFault | undefined {
  const own = faultOf(relation, wanted, mode);
  if (own !== undefined) {
    return own;
  }
  const read = readOfInputs(relation, wanted);
  for (const [index, input] of inputsOf(relation).entries()) {
    const fault = faultIn(input, read[index] ?? [], mode);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

function faultOf(
  relation: Relation,
  wanted: readonly number[],
  mode: RuntimeMode,
): MatchFault | undefined {
  if (relation.kind !== "aggregate") {
    return undefined;
  }
  const window = windowOf(relation);
  // The planner computes only what is read.
  const calls = relation.calls.filter((_, index) =>
    wanted.includes(relation.groups.length + index),
  );
  for (const it of calls) {
    const message = mode === "BATCH" ? refusedInBatch(it, window) : refusedInStreaming(it, window);
    if (message !== undefined) {
      return noPlan(message, it.at);
    }
  }
  return undefined;
}

interface Window {
  readonly name: string;
  /** `group`: TUMBLE(...) and its kin in GROUP BY. `table`: a window function in FROM. */
  readonly form: "group" | "table";
}

/** BatchPhysicalWindowAggregateRule. */
function refusedInBatch(call: AggregateCall, window: Window | undefined): string | undefined {
  return window?.form === "group" && isDistinct(call)
    ? "In batch mode DISTINCT is not supported in a window of GROUP BY: use the window function in FROM."
    : undefined;
}

/** AggsHandlerCodeGenerator asks a function for the methods that the window needs. */
function refusedInStreaming(call: AggregateCall, window: Window | undefined): string | undefined {
  if (call.function === "APPROX_COUNT_DISTINCT") {
    return "APPROX_COUNT_DISTINCT is not supported in streaming mode: use COUNT(DISTINCT ...).";
  }
  if (window === undefined) {
    return undefined;
  }
  if (window.name !== "TUMBLE" && isMergedNowhere(call)) {
    return `Windows of ${window.name} merge what they count, and ${call.function} has no merge().`;
  }
  if (window.form === "group" && call.function === "JSON_OBJECTAGG") {
    return "JSON_OBJECTAGG is not supported in a window of GROUP BY: use the window function in FROM.";
  }
  // Slices of HOP are taken out again.
  return window.form === "table" && window.name === "HOP" && call.distinct && retractsNot(call)
    ? `${call.function}(DISTINCT ...) is not supported in windows of HOP.`
    : undefined;
}

function isMergedNowhere({ function: name, merges }: AggregateCall): boolean {
  return (
    merges === false || name === "FIRST_VALUE" || name === "LAST_VALUE" || name === "JSON_ARRAYAGG"
  );
}

function retractsNot({ function: name }: AggregateCall): boolean {
  return name === "SUM" || name === "LISTAGG" || /^(VAR|STDDEV)/.test(name);
}

/** Of MIN and MAX the planner drops it. */
function isDistinct({ distinct, function: name }: AggregateCall): boolean {
  return distinct && name !== "MIN" && name !== "MAX";
}

/** The window that is computed with the aggregation; undefined also where it is not told whether it is. */
function windowOf(relation: AggregateRelation): Window | undefined {
  for (const group of relation.groups) {
    if (isGroupWindow(group)) {
      return { name: group.operator, form: "group" };
    }
  }
  if (relation.sets !== undefined) {
    return undefined;
  }
  const found = relation.groups.map((it) =>
    it.kind === "input" ? columnOfWindow(relation.input, it.index) : undefined,
  );
  const bounds = found.filter((it) => it !== undefined && isBound(it));
  const keys = found.filter((it) => it === undefined || !isBound(it));
  const [first] = bounds;
  const names = new Set(bounds.map((it) => it?.window.columns[it.index]?.name));
  const isWhole = names.has("window_start") && names.has("window_end");
  return first !== undefined && isWhole && isPulledUp(first.window, keys)
    ? { name: first.window.name, form: "table" }
    : undefined;
}

interface WindowColumn {
  readonly window: TableFunctionRelation;
  readonly index: number;
}

/** PullUpWindowTableFunctionIntoWindowAggregateRule: a session is counted by what it is parted by. */
function isPulledUp(
  { name, partitionBy = [] }: TableFunctionRelation,
  keys: readonly (WindowColumn | undefined)[],
): boolean {
  const parts = partitionBy.map((it) => (it.kind === "input" ? it.index : undefined));
  return (
    name !== "SESSION" ||
    (parts.length === keys.length &&
      keys.every((it) => it !== undefined && parts.includes(it.index)))
  );
}

function isBound({ window, index }: WindowColumn): boolean {
  return index >= (window.inputs[0]?.columns.length ?? 0);
}

/** The column of a window function in FROM that a column is, where nothing between computes with the window's own columns. */
function columnOfWindow(relation: Relation, index: number): WindowColumn | undefined {
  switch (relation.kind) {
    case "tableFunction":
      return relation.window ? { window: relation, index } : undefined;
    case "project": {
      const expression = relation.expressions[index];
      const computes = relation.expressions.some(
        (it) => it.kind !== "input" && readsBound(relation.input, it),
      );
      return expression?.kind === "input" && !computes
        ? columnOfWindow(relation.input, expression.index)
        : undefined;
    }
    case "filter":
      return readsBound(relation.input, relation.condition)
        ? undefined
        : columnOfWindow(relation.input, index);
    default:
      return undefined;
  }
}

function readsBound(input: Relation, expression: Parameters<typeof someIn>[0]): boolean {
  return someIn(expression, (it) => {
    const column = it.kind === "input" ? columnOfWindow(input, it.index) : undefined;
    return column !== undefined && isBound(column);
  });
}
