import type { Location } from "../../../text/range.ts";
import { oneOf } from "../../texts.ts";
import type { Condition, Value } from "../../value.ts";
import type { Abrupt, Completion, Frame, Machine } from "../machine.ts";
import { truthOf } from "../open-truth.ts";
import { effectsOf, push, rollBack, settle, truncate } from "../path.ts";
import { ExitSignal, ThrowSignal } from "../signals.ts";

/**
 * Runs the one side of a branch that is taken, or both, each under its condition.
 * A side that throws or exits leaves no trace: what it did is undone, and the other side happened without condition.
 */
export function branch(
  machine: Machine,
  frame: Frame,
  condition: Value,
  at: Location,
  sides: { whenTrue(): Completion; whenFalse(): Completion },
): Completion {
  const truth = truthOf(machine, condition);
  if (truth.kind === "known") {
    return truth.value ? sides.whenTrue() : sides.whenFalse();
  }
  // The side of the condition's id that goes with the branch taken when the value is true.
  const common = {
    id: truth.id,
    byDefault: truth.byDefault === undefined ? undefined : truth.byDefault === truth.side,
    at,
  };
  const yes: Condition = { ...common, side: truth.side };
  const no: Condition = { ...common, side: !truth.side, otherwise: true };
  return fork(machine, frame, [
    { condition: yes, run: sides.whenTrue },
    { condition: no, run: sides.whenFalse },
  ]);
}

interface Side {
  readonly condition: Condition;
  run(): Completion;
}

type Outcome =
  | { readonly kind: "ran"; readonly completion: Completion }
  | { readonly kind: "died" };

/**
 * `if (…) { print usage; return; }` in the method the run starts with is a guard, as if it exited:
 * what is not known must not end the program.
 */
function usageChecked(machine: Machine, frame: Frame, outcome: Outcome, calls: number): Outcome {
  const isReturn = outcome.kind === "ran" && outcome.completion?.kind === "return";
  const isCheck =
    isReturn &&
    frame.caller === undefined &&
    machine.calls.slice(calls).every((it) => isTalk(it.class));
  return isCheck ? { kind: "died" } : outcome;
}

function isTalk(className: string): boolean {
  return (
    className === "" ||
    /^(java|javax|jdk)\.|^org\.(slf4j|apache\.(logging|log4j|commons))\./.test(className)
  );
}

function fork(machine: Machine, frame: Frame, sides: readonly [Side, Side]): Completion {
  const [first, second] = sides;
  const length = machine.path.length;
  const leaves = frame.leaves.length;
  machine.forks += 1;
  try {
    const mark = machine.journal.length;
    const calls = machine.calls.length;
    const one = usageChecked(machine, frame, attempt(machine, frame, first), calls);
    truncate(machine, length);
    if (one.kind === "died") {
      rollBack(machine, mark);
      frame.leaves.length = leaves;
      // A guard: the rest is the way on, and knows that the guard did not bite.
      push(machine, second.condition, true);
      return second.run();
    }
    const middle = machine.journal.length;
    const middleLeaves = frame.leaves.length;
    const callsBetween = machine.calls.length;
    const other = usageChecked(machine, frame, attempt(machine, frame, second), callsBetween);
    truncate(machine, length);
    if (other.kind === "died") {
      rollBack(machine, middle);
      frame.leaves.length = middleLeaves;
      settle(machine, mark, first.condition.id);
      settleLeaves(frame, leaves, first.condition.id);
      push(machine, first.condition, true);
      leaveBehind(machine, frame, leaves);
      return one.completion;
    }
    return joined(machine, frame, leaves, first, one.completion, second, other.completion);
  } finally {
    machine.forks -= 1;
    if (machine.forks === 0) {
      machine.journal.length = 0;
    }
  }
}

function attempt(machine: Machine, _frame: Frame, side: Side): Outcome {
  const { nest, depth, frame } = machine;
  push(machine, side.condition);
  try {
    return { kind: "ran", completion: side.run() };
  } catch (signal) {
    if (signal instanceof ThrowSignal || signal instanceof ExitSignal) {
      machine.nest = nest;
      machine.depth = depth;
      machine.frame = frame;
      return { kind: "died" };
    }
    throw signal;
  }
}

function joined(
  machine: Machine,
  frame: Frame,
  leaves: number,
  first: Side,
  one: Completion,
  second: Side,
  other: Completion,
): Completion {
  const isSameEnd = one?.kind === other?.kind && one?.label === other?.label;
  if (isSameEnd) {
    leaveBehind(machine, frame, leaves);
    return one;
  }
  const effects = effectsOf(machine);
  const leave = (completion: Abrupt, side: Side): void => {
    frame.leaves.push({ completion, conditions: [...effects, side.condition] });
  };
  if (one !== undefined) {
    leave(one, first);
  }
  if (other !== undefined && one === undefined) {
    leave(other, second);
  }
  leaveBehind(machine, frame, leaves);
  // Both end abruptly in different ways: the second one is the way that is told.
  return one !== undefined && other !== undefined ? other : undefined;
}

function settleLeaves(frame: Frame, from: number, id: string): void {
  for (let index = from; index < frame.leaves.length; index++) {
    const leave = frame.leaves[index];
    if (leave?.conditions.some((it) => it.id === id) === true) {
      frame.leaves[index] = {
        completion: leave.completion,
        conditions: leave.conditions.filter((it) => it.id !== id),
      };
    }
  }
}

/** What follows happens where the run did not leave at one of the places noted since. */
export function leaveBehind(
  machine: Machine,
  frame: Frame,
  from: number,
  isMeant: (completion: Abrupt) => boolean = () => true,
): void {
  for (const leave of frame.leaves.slice(from)) {
    if (isMeant(leave.completion)) {
      pushNegated(machine, leave.conditions);
    }
  }
}

function pushNegated(machine: Machine, conditions: readonly Condition[]): void {
  const rest = conditions.filter((it) => machine.sides.get(it.id) !== it.side);
  if (rest.some((it) => machine.sides.has(it.id))) {
    return; // That way is excluded here already.
  }
  const [only] = rest;
  if (only === undefined) {
    return;
  }
  if (rest.length === 1) {
    const { otherwise, ...condition } = { ...only, side: !only.side };
    push(machine, otherwise ? condition : { ...condition, otherwise: true });
    return;
  }
  const id = shortId(`and(${rest.map((it) => `${it.side ? "" : "!"}${it.id}`).join(",")})`);
  const isDefault = rest.every((it) => it.byDefault === it.side)
    ? true
    : rest.some((it) => it.byDefault !== undefined && it.byDefault !== it.side)
      ? false
      : undefined;
  if (machine.sides.get(id) === undefined) {
    push(machine, { id, side: false, byDefault: isDefault, at: only.at });
  }
}

/** Conditions of conditions grow: a long name is told by its hash. */
function shortId(id: string): string {
  if (id.length <= 400) {
    return id;
  }
  let hash = 7;
  for (let index = 0; index < id.length; index++) {
    hash = (Math.imul(hash, 31) + id.charCodeAt(index)) | 0;
  }
  return `${id.slice(0, 100)}#${id.length}#${hash}`;
}

/** The value of a branch: of the side that is taken, or both under their conditions. */
export function branchValue(
  machine: Machine,
  frame: Frame,
  condition: Value,
  at: Location,
  sides: { whenTrue(): Value; whenFalse(): Value },
): Value {
  const found: { readonly value: Value; readonly conditions: readonly Condition[] }[] = [];
  const base = machine.path.length;
  const collect = (value: Value): Completion => {
    found.push({
      value,
      conditions: machine.path
        .slice(base)
        .filter((it) => !it.assumed)
        .map((it) => it.condition),
    });
    return undefined;
  };
  let count = 0;
  branch(machine, frame, condition, at, {
    whenTrue: () => {
      count += 1;
      return collect(sides.whenTrue());
    },
    whenFalse: () => {
      count += 1;
      return collect(sides.whenFalse());
    },
  });
  const [only] = found;
  // One side alone, known or the other one died.
  return only !== undefined && (found.length === 1 || count === 1) ? only.value : oneOf(found);
}
