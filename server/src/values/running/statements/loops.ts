import type { EachStatement, LoopStatement, Statement } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { constantOf, oneOf, plain, unknownOf } from "../../texts.ts";
import type { Condition, Value } from "../../value.ts";
import { cellIn, childScope, readCell, writeCell } from "../cells.ts";
import { methodsOf } from "../classes/lookup.ts";
import { limit } from "../limits.ts";
import {
  type Abrupt,
  type Completion,
  type Frame,
  locate,
  type Machine,
  nextId,
  type Scope,
} from "../machine.ts";
import { itemsOf } from "../objects.ts";
import { truthOf } from "../open-truth.ts";
import { effectsOf, push, rollBack, truncate } from "../path.ts";
import { ExitSignal, ThrowSignal } from "../signals.ts";
import { assignedIn, readIn } from "./assigned.ts";
import { leaveBehind } from "./branch.ts";
import { countedRounds } from "./counted-loop.ts";
import { bodyOf } from "./guards.ts";
import { bindPattern } from "./pattern.ts";

const maximalRounds = 500;

const maximalEndlessRounds = 40;

/** More items of which each may be there or not are not gone through one by one. */
const maximalDoubtful = 16;

/** Jumps to the loop end at it; what follows happens where the loop was not left by a return. */
export function loopScope(
  machine: Machine,
  frame: Frame,
  run: () => Completion,
  label: string | undefined,
): Completion {
  const length = machine.path.length;
  const leaves = frame.leaves.length;
  const scope = frame.scope;
  const completion = run();
  frame.scope = scope;
  truncate(machine, length, true);
  const outward = frame.leaves.slice(leaves).filter((it) => !isForLoop(it.completion, label));
  frame.leaves.length = leaves;
  frame.leaves.push(...outward);
  leaveBehind(machine, frame, leaves);
  return completion;
}

function isForLoop(completion: Abrupt, label: string | undefined): boolean {
  return (
    (completion.kind === "break" || completion.kind === "continue") &&
    (completion.label === undefined || completion.label === label)
  );
}

/** One round: "on" for the next one, else how the loop ends. */
function round(
  machine: Machine,
  frame: Frame,
  statement: Statement,
  scope: Scope,
  label: string | undefined,
): { readonly isOver: boolean; readonly completion: Completion } {
  const length = machine.path.length;
  const leaves = frame.leaves.length;
  const completion = machine.parts.execute(machine, frame, bodyOf(statement), scope);
  truncate(machine, length, true);
  // Later rounds happen where no earlier one left the loop.
  leaveBehind(machine, frame, leaves, (it) => !(it.kind === "continue" && isForLoop(it, label)));
  if (
    completion === undefined ||
    (completion.kind === "continue" && isForLoop(completion, label))
  ) {
    return { isOver: false, completion: undefined };
  }
  return { isOver: true, completion: isForLoop(completion, label) ? undefined : completion };
}

/** What an `Iterable` of the project's own walks through, where its iterator is one of a collection. */
function iterated(machine: Machine, value: Value, at: Location): Value {
  if (value.kind !== "instance" || methodsOf(machine, value.class, "iterator").length === 0) {
    return value;
  }
  const request = { receiver: value, type: undefined, method: "iterator", arguments: [] };
  return plain(machine.parts.invoke(machine, { ...request, at, name: at, typeArguments: [] }));
}

/** `for (T it : collection)`. */
export function each(machine: Machine, frame: Frame, statement: EachStatement): Completion {
  const at = locate(frame, statement.variable.range);
  const given = plain(machine.parts.evaluate(machine, frame, statement.collection));
  const collection = iterated(machine, given, at);
  const content = collection.kind === "list" ? itemsOf(collection, machine.sides) : undefined;
  const once = (content?.items ?? []).filter((it) =>
    it.conditions.every((its) => its.each !== true),
  );
  const tooMany = once.filter((it) => it.conditions.length > 0).length > maximalDoubtful;
  const items = tooMany ? once.filter((it) => it.conditions.length === 0) : once;
  for (const item of items.slice(0, maximalRounds)) {
    const scope = childScope(frame.scope);
    const length = machine.path.length;
    for (const condition of item.conditions) {
      push(machine, condition);
    }
    bindPattern(machine, frame, scope, statement.variable, item.value, at);
    const { isOver, completion } = round(machine, frame, statement.body, scope, statement.label);
    if (item.conditions.length > 0) {
      truncate(machine, length, true);
    }
    if (isOver && item.conditions.length === 0) {
      return completion;
    }
  }
  if (items.length > maximalRounds) {
    limit(machine, "rounds", at);
  }
  if (tooMany) {
    limit(machine, "alternatives", at);
  } else if (content !== undefined && content.open === undefined) {
    return undefined;
  }
  const repeated = content?.items.find((it) => it.conditions.some((its) => its.each === true));
  const element = tooMany
    ? unknownOf("too-many-alternatives", [at])
    : (content?.element ??
      repeated?.value ??
      unknownOf(
        collection.kind === "unknown" ? collection.reason : "run-time-data",
        [at],
        "an element of something not known before the run",
      ));
  return unknownRounds(machine, frame, statement, at, (scope) =>
    bindPattern(machine, frame, scope, statement.variable, element, at),
  );
}

/** The body once, for each of what is not known: what it changes has several values from then on. */
function unknownRounds(
  machine: Machine,
  frame: Frame,
  statement: EachStatement | LoopStatement,
  at: Location,
  bind: (scope: Scope) => void,
): Completion {
  const length = machine.path.length;
  const condition: Condition = {
    id: `each${nextId(machine)}`,
    side: true,
    byDefault: undefined,
    each: true,
    at,
  };
  push(machine, condition);
  for (const name of assignedIn(statement)) {
    const cell = cellIn(frame.scope, name);
    // What no round reads is after the loop what it was before, or what some round made it.
    if (cell !== undefined && cell.writes.length > 0 && readIn(statement).has(name)) {
      writeCell(machine, cell, inSomeRound(machine, readCell(machine, cell), at));
    }
  }
  const scope = childScope(frame.scope);
  bind(scope);
  const leaves = frame.leaves.length;
  const effects = effectsOf(machine);
  machine.forks += 1;
  const mark = machine.journal.length;
  let completion: Completion;
  try {
    ({ completion } = round(machine, frame, statement.body, scope, statement.label));
  } catch (signal) {
    if (!(signal instanceof ThrowSignal) && !(signal instanceof ExitSignal)) {
      throw signal;
    }
    // Whether there is a round at all is not known: the exception may never happen.
    rollBack(machine, mark);
    frame.leaves.length = leaves;
    completion = undefined;
  } finally {
    machine.forks -= 1;
    if (machine.forks === 0) {
      machine.journal.length = 0;
    }
  }
  truncate(machine, length, true);
  if (completion !== undefined) {
    frame.leaves.push({ completion, conditions: effects });
  }
  return undefined;
}

/** A variable that a loop assigns: an object is still what it was in the first round. */
function inSomeRound(machine: Machine, before: Value | undefined, at: Location): Value {
  const changed = unknownOf(
    "several-values",
    [at],
    "It changes in a loop whose rounds are not known.",
  );
  if (before?.kind !== "object" && before?.kind !== "instance") {
    return changed;
  }
  const first: Condition = { id: `first${nextId(machine)}`, side: true, byDefault: true, at };
  return oneOf([
    { value: before, conditions: [first] },
    { value: changed, conditions: [{ ...first, side: false }] },
  ]);
}

/** `for (;;)`, `while` and `do`. */
export function loop(machine: Machine, frame: Frame, statement: LoopStatement): Completion {
  const { evaluate } = machine.parts;
  const outer = childScope(frame.scope);
  const initial = machine.parts.execute(machine, frame, statement.initial, outer);
  if (initial !== undefined) {
    return initial;
  }
  frame.scope = outer;
  const at = locate(frame, statement.range);
  const isEndless =
    statement.condition === undefined ||
    (statement.condition.kind === "constant" && statement.condition.value === true);
  if ((countedRounds(machine, frame, statement) ?? 0) > maximalRounds) {
    limit(machine, "rounds", at);
    return openLoop(machine, frame, statement, at);
  }
  // What goes on for ever is left only by a jump: if none comes soon, none comes.
  const rounds = isEndless ? maximalEndlessRounds : maximalRounds;
  for (let count = 0; count < rounds; count++) {
    if (count > 0 || statement.testFirst) {
      const condition =
        statement.condition === undefined
          ? constantOf(true)
          : evaluate(machine, frame, statement.condition);
      const truth = truthOf(machine, condition);
      if (truth.kind === "open") {
        return openLoop(machine, frame, statement, at);
      }
      if (!truth.value) {
        return undefined;
      }
    }
    const leaves = frame.leaves.length;
    // A lambda made in a round keeps that round's variables.
    const scope = childScope(outer);
    const { isOver, completion } = round(machine, frame, statement.body, scope, statement.label);
    if (isOver) {
      return completion;
    }
    for (const step of statement.step) {
      evaluate(machine, frame, step);
    }
    if (isEndless && frame.leaves.length > leaves) {
      widen(machine, frame, statement, at);
      return undefined;
    }
  }
  limit(machine, "rounds", at);
  widen(machine, frame, statement, at);
  return undefined;
}

function openLoop(
  machine: Machine,
  frame: Frame,
  statement: LoopStatement,
  at: Location,
): Completion {
  return unknownRounds(machine, frame, statement, at, () => undefined);
}

/** What the loop changes may have changed again in rounds that were not run. */
function widen(machine: Machine, frame: Frame, statement: LoopStatement, at: Location): void {
  const length = machine.path.length;
  push(machine, { id: `each${nextId(machine)}`, side: true, byDefault: undefined, each: true, at });
  for (const name of assignedIn(statement)) {
    const cell = cellIn(frame.scope, name);
    if (cell !== undefined) {
      writeCell(
        machine,
        cell,
        unknownOf("several-values", [at], "It changes in a loop whose rounds are not known."),
      );
    }
  }
  truncate(machine, length);
}
