import type { Location } from "../../text/range.ts";
import type { Guarded } from "../conditions.ts";
import type { Call } from "../log.ts";
import { unknownOf } from "../texts.ts";
import type { Condition, List, ListChange, MapChange, MapValue, Value } from "../value.ts";
import { type Machine, nextId, nextSeq } from "./machine.ts";
import { effectsOf, note } from "./path.ts";

type ListEdit = ListChange extends infer C
  ? C extends ListChange
    ? Omit<C, "seq" | "conditions">
    : never
  : never;

type MapEdit = MapChange extends infer C
  ? C extends MapChange
    ? Omit<C, "seq" | "conditions">
    : never
  : never;

/** A list, array or set with these items. */
export function newList(
  machine: Machine,
  className: string,
  items: readonly Value[],
  at: readonly Location[],
): List {
  const list: List = { kind: "list", id: nextId(machine), class: className, changes: [], at };
  for (const value of items) {
    changeList(machine, list, { kind: "add", value });
  }
  return list;
}

/** An empty map. */
export function newMap(machine: Machine, className: string, at: readonly Location[]): MapValue {
  return { kind: "map", id: nextId(machine), class: className, changes: [], at };
}

const maximalChanges = 20_000;

/** Changes a list under the present conditions; what goes beyond its budget leaves it open. */
export function changeList(machine: Machine, list: List, edit: ListEdit): void {
  if (edit.kind !== "add" || edit.index !== undefined) {
    machine.steps += list.changes.length >> 4;
  }
  if (list.changes.length >= maximalChanges && edit.kind !== "clear") {
    if (list.changes.length === maximalChanges) {
      const why = unknownOf("too-many-steps", list.at);
      append(machine, list.changes as ListChange[], {
        kind: "open",
        why,
        seq: nextSeq(machine),
        conditions: effectsOf(machine),
      });
    }
    return;
  }
  const change = { ...edit, seq: nextSeq(machine), conditions: effectsOf(machine) } as ListChange;
  append(machine, list.changes as ListChange[], change);
}

/** Changes a map under the present conditions. */
export function changeMap(machine: Machine, map: MapValue, edit: MapEdit): void {
  const change = { ...edit, seq: nextSeq(machine), conditions: effectsOf(machine) } as MapChange;
  if (change.kind === "open") {
    machine.openMaps.set(map.id, { input: change.input, prefix: change.prefix });
  }
  append(machine, map.changes as MapChange[], change);
}

/** Adds a call to the log, under the present conditions. */
export function logCall(
  machine: Machine,
  call: Omit<Call, "seq" | "conditions" | "caller" | "caught">,
  seq = nextSeq(machine),
): Call {
  const entry: Call = {
    ...call,
    seq,
    caller: machine.frame?.caller,
    conditions: effectsOf(machine),
    ...(machine.caught > 0 ? { caught: true } : {}),
  };
  append(machine, machine.calls, entry);
  return entry;
}

function append<T extends { readonly conditions: readonly Condition[] }>(
  machine: Machine,
  list: T[],
  entry: T,
): void {
  const { length } = list;
  list.push(entry);
  note(
    machine,
    () => {
      list.length = length;
    },
    entry as Guarded,
  );
}
