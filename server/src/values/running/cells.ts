import { maximalFound, residualOf, surviving } from "../conditions.ts";
import { oneOf, unknownOf } from "../texts.ts";
import type { Condition, ResolvedType, Value } from "../value.ts";
import type { Cell, Machine, Scope, Write } from "./machine.ts";
import { effectsOf, note } from "./path.ts";

/** A variable or field without a value. */
export function newCell(type?: ResolvedType): Cell {
  return { writes: [], type };
}

/** Writes under the present conditions. */
export function writeCell(machine: Machine, cell: Cell, value: Value): void {
  const conditions = effectsOf(machine);
  const write: Write = { value, conditions };
  if (conditions.length === 0 && machine.forks === 0) {
    cell.writes.length = 0;
    cell.writes.push(write);
    return;
  }
  const { length } = cell.writes;
  cell.writes.push(write);
  note(
    machine,
    () => {
      cell.writes.length = length;
    },
    write,
  );
}

/** The value as the present conditions let it be seen; undefined where nothing was written. */
export function readCell(machine: Machine, cell: Cell): Value | undefined {
  const { writes } = cell;
  const last = writes[writes.length - 1];
  if (last === undefined) {
    return undefined;
  }
  if (last.conditions.length === 0 || residualOf(last.conditions, machine.sides)?.length === 0) {
    return visible(machine, last.value);
  }
  const { found } = surviving(writes, machine.sides);
  // What is hard to read counts against the budget.
  machine.steps += found.length * 4;
  if (found.length > maximalFound) {
    return unknownOf("too-many-alternatives", last.value.at);
  }
  return visible(
    machine,
    oneOf(found.map((it) => ({ value: it.write.value, conditions: it.conditions }))),
  );
}

/** Without the alternatives that the present conditions contradict. */
export function visible(machine: Machine, value: Value): Value {
  if (value.kind !== "oneOf" || machine.path.length === 0) {
    return value;
  }
  let isChanged = false;
  const values = value.values.flatMap((it) => {
    const conditions = residualOf(it.conditions, machine.sides);
    isChanged ||= conditions === undefined || conditions.length !== it.conditions.length;
    return conditions === undefined ? [] : [{ value: it.value, conditions }];
  });
  if (!isChanged) {
    return value;
  }
  // One that holds for certain is the value.
  const certain = values.find((it) => it.conditions.length === 0);
  return certain !== undefined && values.length > 1
    ? certainFirst(values, certain)
    : oneOf(values, value.at);
}

function certainFirst(
  values: readonly { readonly value: Value; readonly conditions: readonly Condition[] }[],
  certain: { readonly value: Value; readonly conditions: readonly Condition[] },
): Value {
  return values.filter((it) => it.conditions.length === 0).length === 1
    ? certain.value
    : oneOf(values);
}

/** A scope inside another one. */
export function childScope(parent: Scope | undefined): Scope {
  return { variables: new Map(), types: undefined, parent };
}

/** Adds a variable to a scope. */
export function declare(
  machine: Machine,
  scope: Scope,
  name: string,
  value: Value | undefined,
  type?: ResolvedType,
): Cell {
  const cell = newCell(type);
  scope.variables.set(name, cell);
  if (value !== undefined) {
    writeCell(machine, cell, value);
  }
  return cell;
}

/** The variable of a name, from the inside out. */
export function cellIn(scope: Scope | undefined, name: string): Cell | undefined {
  for (let it = scope; it !== undefined; it = it.parent) {
    const cell = it.variables.get(name);
    if (cell !== undefined) {
      return cell;
    }
  }
  return undefined;
}
