import type { Guarded } from "../conditions.ts";
import type { Condition } from "../value.ts";
import type { Machine } from "./machine.ts";

/** The conditions under which an effect happens now. */
export function effectsOf(machine: Machine): readonly Condition[] {
  machine.effects ??= machine.path.filter((it) => !it.assumed).map((it) => it.condition);
  return machine.effects;
}

/** What runs from here on runs under the condition. */
export function push(machine: Machine, condition: Condition, assumed = false): void {
  machine.path.push({ condition, assumed, before: machine.sides.get(condition.id) });
  machine.sides.set(condition.id, condition.side);
  machine.effects = undefined;
  const compound = machine.compounds.get(condition.id);
  // Both parts of a conjunction that holds are known, and of a disjunction that does not.
  if (compound !== undefined && condition.side === (compound.operator === "&&")) {
    for (const part of compound.parts) {
      if (!machine.sides.has(part.id)) {
        const side = condition.side ? part.side : !part.side;
        push(machine, { id: part.id, side, byDefault: part.byDefault, at: condition.at }, true);
      }
    }
  }
}

/** Back to a shorter path. What is only assumed stays known with `keep`. */
export function truncate(machine: Machine, length: number, keep = false): void {
  const dropped = machine.path.splice(length);
  if (dropped.length === 0) {
    return;
  }
  machine.effects = undefined;
  for (let index = dropped.length - 1; index >= 0; index--) {
    const it = dropped[index];
    if (it?.before === undefined) {
      machine.sides.delete(it?.condition.id ?? "");
    } else {
      machine.sides.set(it.condition.id, it.before);
    }
  }
  if (keep) {
    for (const it of dropped) {
      if (it.assumed && !machine.sides.has(it.condition.id)) {
        push(machine, it.condition, true);
      }
    }
  }
}

/** Notes an effect, where it may have to be undone or to lose a condition. */
export function note(machine: Machine, undo: () => void, guarded?: Guarded): void {
  if (machine.forks > 0) {
    machine.journal.push({ undo, guarded });
  }
}

/** Takes back what happened since the mark. */
export function rollBack(machine: Machine, mark: number): void {
  for (let index = machine.journal.length - 1; index >= mark; index--) {
    machine.journal[index]?.undo();
  }
  machine.journal.length = mark;
}

/** What happened since the mark happened without this condition: its other side is no way on. */
export function settle(machine: Machine, mark: number, id: string): void {
  for (let index = mark; index < machine.journal.length; index++) {
    const guarded = machine.journal[index]?.guarded;
    if (guarded?.conditions.some((it) => it.id === id) === true) {
      guarded.conditions = guarded.conditions.filter((it) => it.id !== id);
    }
  }
}
