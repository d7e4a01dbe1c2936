import type { Instance, Value } from "../value.ts";
import { readCell, visible } from "./cells.ts";
import type { Machine } from "./machine.ts";

/** A field of an instance as it is now; undefined where it has no such field. */
export function readField(machine: Machine, instance: Instance, name: string): Value | undefined {
  const cell = machine.instances.get(instance.id)?.fields.get(name);
  const value = cell === undefined ? undefined : readCell(machine, cell);
  return value === undefined ? undefined : visible(machine, value);
}
