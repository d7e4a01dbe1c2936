import type {
  CaseLabel,
  CatchClause,
  EachStatement,
  Expression,
  IfStatement,
  LoopStatement,
  Pattern,
  Statement,
  SwitchCase,
  SwitchExpression,
  SwitchStatement,
  TryStatement,
} from "../syntax/host/program.ts";
import type { Location } from "../text/range.ts";
import { adapt, placeOf } from "./adapt.ts";
import { assignedIn, readIn } from "./assigned.ts";
import { branch, leaveBehind } from "./branch.ts";
import { programClass } from "./classes.ts";
import { countedRounds } from "./counted-loop.ts";
import { catches } from "./exceptions.ts";
import { alternativesOf } from "./log.ts";
import {
  type Abrupt,
  type Completion,
  cellIn,
  childScope,
  declare,
  ExitSignal,
  effectsOf,
  type Frame,
  limit,
  locate,
  type Machine,
  nextId,
  push,
  readCell,
  type Scope,
  ThrowSignal,
  truncate,
  writeCell,
} from "./machine.ts";
import { itemsOf } from "./objects.ts";
import { anyOf, equal, truthOf } from "./operators.ts";
import { bindPattern, matches } from "./pattern.ts";
import { rememberScope, resolveType } from "./resolve.ts";
import { constantOf, oneOf, plain, stringOf, unknownOf } from "./texts.ts";
import type { Condition, Value } from "./value.ts";

const maximalRounds = 500;
const maximalEndlessRounds = 40;
/** More items of which each may be there or not are not gone through one by one. */
const maximalDoubtful = 16;

/** Runs statements in a scope. */
export function execute(
  machine: Machine,
  frame: Frame,
  statements: readonly Statement[],
  scope: Scope,
): Completion {
  const before = frame.scope;
  frame.scope = scope;
  try {
    for (const [index, statement] of statements.entries()) {
      if (statement.kind === "if" && isGuard(statement) && index + 1 < statements.length) {
        return guarded(machine, frame, statement, statements.slice(index + 1));
      }
      const completion = executeOne(machine, frame, statement);
      if (completion !== undefined) {
        return completion;
      }
    }
    return undefined;
  } finally {
    frame.scope = before;
  }
}

/** `if (…) return x;` and the like: what stands behind it is its other side. */
function isGuard(statement: IfStatement): boolean {
  return leaves(statement.whenTrue) !== leaves(statement.whenFalse);
}

function leaves(statement: Statement | undefined): boolean {
  switch (statement?.kind) {
    case "return":
    case "jump":
    case "yield":
      return true;
    case "block":
      return statement.label === undefined && leaves(statement.body[statement.body.length - 1]);
    case "if":
      return leaves(statement.whenTrue) && leaves(statement.whenFalse);
    default:
      return false;
  }
}

/** Where the rest ends in an exception, the guard is the way that the program goes. */
function guarded(
  machine: Machine,
  frame: Frame,
  statement: IfStatement,
  rest: readonly Statement[],
): Completion {
  const side = (it: Statement | undefined) => () =>
    it !== undefined && leaves(it)
      ? body(machine, frame, it)
      : execute(
          machine,
          frame,
          [...(it === undefined ? [] : bodyOf(it)), ...rest],
          it === undefined ? frame.scope : childScope(frame.scope),
        );
  const condition = machine.parts.evaluate(machine, frame, statement.condition);
  return branch(machine, frame, condition, locate(frame, statement.condition.range), {
    whenTrue: side(statement.whenTrue),
    whenFalse: side(statement.whenFalse),
  });
}

function bodyOf(statement: Statement): readonly Statement[] {
  return statement.kind === "block" && statement.label === undefined ? statement.body : [statement];
}

function body(machine: Machine, frame: Frame, statement: Statement): Completion {
  return execute(machine, frame, bodyOf(statement), childScope(frame.scope));
}

function executeOne(machine: Machine, frame: Frame, statement: Statement): Completion {
  const { evaluate } = machine.parts;
  switch (statement.kind) {
    case "expression":
      evaluate(machine, frame, statement.expression);
      return undefined;
    case "local": {
      const type =
        statement.type === undefined
          ? undefined
          : resolveType(machine, placeOf(frame), statement.type);
      const value =
        statement.value === undefined ? undefined : evaluate(machine, frame, statement.value, type);
      declare(
        machine,
        frame.scope,
        statement.name,
        value === undefined
          ? undefined
          : adapt(machine, value, type, locate(frame, statement.range)),
        type,
      );
      return undefined;
    }
    case "if":
      return branch(
        machine,
        frame,
        evaluate(machine, frame, statement.condition),
        locate(frame, statement.condition.range),
        {
          whenTrue: () => body(machine, frame, statement.whenTrue),
          whenFalse: () =>
            statement.whenFalse === undefined
              ? undefined
              : body(machine, frame, statement.whenFalse),
        },
      );
    case "block":
      return labelled(
        statement.label,
        execute(machine, frame, statement.body, childScope(frame.scope)),
      );
    case "each":
      return loopScope(machine, frame, () => each(machine, frame, statement), statement.label);
    case "loop":
      return loopScope(machine, frame, () => loop(machine, frame, statement), statement.label);
    case "switch":
      return switchStatement(machine, frame, statement);
    case "try":
      return tryStatement(machine, frame, statement);
    case "return": {
      const returns = frame.method?.returns;
      const type =
        returns === undefined ? undefined : resolveType(machine, placeOf(frame), returns);
      if (statement.value !== undefined) {
        const value = evaluate(machine, frame, statement.value, type);
        recordReturn(machine, frame, adapt(machine, value, type, locate(frame, statement.range)));
      }
      return { kind: "return", label: undefined };
    }
    case "yield":
      recordReturn(machine, frame, evaluate(machine, frame, statement.value));
      return { kind: "yield", label: undefined };
    case "throw":
      return throwStatement(machine, frame, statement.value, locate(frame, statement.range));
    case "jump":
      return { kind: statement.jump, label: statement.label };
    case "constructorCall":
      return undefined; // Run by the construction itself.
    case "type": {
      const type = programClass(machine, frame.class.unit, statement, frame.class);
      const types = frame.scope.types ?? new Map();
      types.set(statement.name, type);
      if (frame.scope.types === undefined) {
        frame.scope = { ...frame.scope, types };
      }
      rememberScope(type, frame.scope);
      return undefined;
    }
  }
}

function recordReturn(machine: Machine, frame: Frame, value: Value): void {
  const write = { value, conditions: effectsOf(machine) };
  const { length } = frame.returns;
  frame.returns.push(write);
  if (machine.forks > 0) {
    machine.journal.push({
      undo: () => {
        frame.returns.length = length;
      },
      guarded: write,
    });
  }
}

function labelled(label: string | undefined, completion: Completion): Completion {
  return label !== undefined && completion?.kind === "break" && completion.label === label
    ? undefined
    : completion;
}

function throwStatement(
  machine: Machine,
  frame: Frame,
  expression: Expression,
  at: Location,
): Completion {
  const value = machine.parts.evaluate(machine, frame, expression);
  const first = alternativesOf(value)[0] ?? value;
  const className =
    first.kind === "instance"
      ? first.class.name
      : first.kind === "object"
        ? (first.class ?? "")
        : "";
  throw new ThrowSignal(className, value, messageOf(machine, first), at, frame.caller);
}

/** The text that the exception was made with. */
function messageOf(machine: Machine, exception: Value): string | undefined {
  if (exception.kind !== "object" && exception.kind !== "instance") {
    return undefined;
  }
  // Calls stand in the order of their numbers, and exceptions are thrown where they are made.
  for (let index = machine.calls.length - 1; index >= 0; index--) {
    const call = machine.calls[index];
    if (call === undefined || exception.made === undefined || call.seq < exception.made) {
      return undefined;
    }
    if (call.seq === exception.made) {
      return stringOf(call.arguments[0]);
    }
  }
  return undefined;
}

// Loops

/** Jumps to the loop end at it; what follows happens where the loop was not left by a return. */
function loopScope(
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
  const completion = execute(machine, frame, bodyOf(statement), scope);
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

function each(machine: Machine, frame: Frame, statement: EachStatement): Completion {
  const collection = plain(machine.parts.evaluate(machine, frame, statement.collection));
  const at = locate(frame, statement.variable.range);
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
    for (let index = machine.journal.length - 1; index >= mark; index--) {
      machine.journal[index]?.undo();
    }
    machine.journal.length = mark;
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

function loop(machine: Machine, frame: Frame, statement: LoopStatement): Completion {
  const { evaluate } = machine.parts;
  const outer = childScope(frame.scope);
  const initial = execute(machine, frame, statement.initial, outer);
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
    const scope = roundScope(machine, outer);
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

/** A lambda made in a round keeps that round's variables. */
function roundScope(_machine: Machine, outer: Scope): Scope {
  return childScope(outer);
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

// Switch

function switchStatement(machine: Machine, frame: Frame, statement: SwitchStatement): Completion {
  const subject = machine.parts.evaluate(machine, frame, statement.subject);
  const leaves = frame.leaves.length;
  const length = machine.path.length;
  const completion = choose(machine, frame, statement, subject, (index) => {
    const bodies = bodiesFrom(statement.cases, index);
    const scope = childScope(frame.scope);
    return breakEnds(statement.label, execute(machine, frame, bodies, scope));
  });
  truncate(machine, length, true);
  const outward = frame.leaves
    .slice(leaves)
    .filter((it) => breakEnds(statement.label, it.completion) !== undefined);
  frame.leaves.length = leaves;
  frame.leaves.push(...outward);
  leaveBehind(machine, frame, leaves);
  return completion;
}

function breakEnds(label: string | undefined, completion: Completion): Completion {
  return completion?.kind === "break" &&
    (completion.label === undefined || completion.label === label)
    ? undefined
    : completion;
}

/** From a case on: an arrow's body alone, else all that it falls through to. */
function bodiesFrom(cases: readonly SwitchCase[], index: number): readonly Statement[] {
  const first = cases[index];
  return first === undefined
    ? []
    : first.arrow
      ? first.body
      : cases.slice(index).flatMap((it) => it.body);
}

/** Runs the case that fits; where that is not known, each that may, under its condition. */
function choose(
  machine: Machine,
  frame: Frame,
  statement: SwitchStatement | SwitchExpression,
  subject: Value,
  run: (index: number) => Completion,
): Completion {
  const fallback = statement.cases.findIndex((it) =>
    it.labels.some((label) => label.kind === "default"),
  );
  const tests = testsOf(statement.cases);
  const next = (position: number): Completion => {
    const test = tests[position];
    if (test === undefined) {
      return fallback === -1 ? undefined : run(fallback);
    }
    const [first, ...others] = test.labels;
    if (first === undefined) {
      return next(position + 1);
    }
    const at = locate(frame, first.kind === "value" ? first.value.range : first.pattern.range);
    const found = anyOf(
      machine,
      [first, ...others].map((it) =>
        it.kind === "value"
          ? labelFits(machine, frame, subject, it.value, at)
          : matches(machine, frame, subject, it.pattern),
      ),
      at,
    );
    return branch(machine, frame, found, at, {
      whenTrue: () =>
        runGuarded(
          machine,
          frame,
          test.guard,
          first,
          subject,
          at,
          () => run(test.index),
          () => next(position + 1),
        ),
      whenFalse: () => next(position + 1),
    });
  };
  return next(0);
}

type TestLabel = Exclude<CaseLabel, { readonly kind: "default" }>;

/** The labels of one body are one test: `case "a", "b"`, and `case "a":` before `case "b":`. */
function testsOf(cases: readonly SwitchCase[]): readonly {
  readonly labels: readonly TestLabel[];
  readonly guard: Expression | undefined;
  readonly index: number;
}[] {
  const result: { labels: TestLabel[]; guard: Expression | undefined; index: number }[] = [];
  let before: TestLabel[] = [];
  for (const [index, it] of cases.entries()) {
    const labels = it.labels.filter((label) => label.kind !== "default");
    if (
      it.body.length === 0 &&
      !it.arrow &&
      index < cases.length - 1 &&
      labels.length === it.labels.length
    ) {
      before.push(...labels);
      continue;
    }
    const isDefault = labels.length < it.labels.length;
    // What falls into the default needs no test of its own.
    if (!isDefault || labels.length > 0) {
      result.push({ labels: [...before, ...labels], guard: it.guard, index });
    }
    before = [];
  }
  return result;
}

function runGuarded(
  machine: Machine,
  frame: Frame,
  guard: Expression | undefined,
  label: { readonly kind: "value" } | { readonly kind: "pattern"; readonly pattern: Pattern },
  subject: Value,
  at: Location,
  run: () => Completion,
  otherwise: () => Completion,
): Completion {
  const before = frame.scope;
  if (label.kind === "pattern") {
    frame.scope = childScope(before);
    bindPattern(machine, frame, frame.scope, label.pattern, subject, at);
  }
  try {
    if (guard === undefined) {
      return run();
    }
    return branch(machine, frame, machine.parts.evaluate(machine, frame, guard), at, {
      whenTrue: run,
      whenFalse: otherwise,
    });
  } finally {
    frame.scope = before;
  }
}

/** A bare name is a constant of the subject's enum. */
function labelFits(
  machine: Machine,
  frame: Frame,
  subject: Value,
  label: Expression,
  at: Location,
): Value {
  if (label.kind === "name" || label.kind === "get") {
    const { name } = label;
    const tests = alternativesOf(subject).map((it) => constantName(it));
    if (tests.some((it) => it !== undefined)) {
      return oneOf(
        (subject.kind === "oneOf" ? subject.values : [{ value: subject, conditions: [] }]).map(
          (it) => {
            const own = constantName(it.value);
            return {
              value:
                own === undefined
                  ? equal(it.value, constantOf(name), at)
                  : constantOf(own === name),
              conditions: it.conditions,
            };
          },
        ),
      );
    }
    if (
      label.kind === "name" &&
      cellIn(frame.scope, name) === undefined &&
      plain(subject).kind === "unknown"
    ) {
      return equal(subject, constantOf(name), at);
    }
  }
  return equal(subject, machine.parts.evaluate(machine, frame, label), at);
}

function constantName(value: Value): string | undefined {
  return value.kind === "instance"
    ? value.constant?.name
    : value.kind === "object"
      ? value.constant
      : undefined;
}

/** The value of a switch expression. */
export function switchValue(machine: Machine, frame: Frame, expression: SwitchExpression): Value {
  const subject = machine.parts.evaluate(machine, frame, expression.subject);
  const length = machine.path.length;
  // Its own list of values: `yield` and arrows write there.
  const inner: Frame = { ...frame, returns: [], leaves: [] };
  const base = effectsOf(machine);
  choose(machine, inner, expression, subject, (index) => {
    const it = expression.cases[index];
    const scope = childScope(inner.scope);
    const [only] = it?.body ?? [];
    if (it?.arrow === true && only?.kind === "expression") {
      inner.scope = scope;
      recordReturn(machine, inner, machine.parts.evaluate(machine, inner, only.expression));
      return { kind: "yield", label: undefined };
    }
    return execute(machine, inner, bodiesFrom(expression.cases, index), scope);
  });
  truncate(machine, length, true);
  return returned(inner, base, locate(frame, expression.range));
}

/** The one value of all that a method or switch may give. */
export function returned(frame: Frame, base: readonly Condition[], at: Location): Value {
  const [only] = frame.returns;
  if (only === undefined) {
    return unknownOf("unfinished", [at]);
  }
  return oneOf(
    frame.returns.map((it) => ({
      value: it.value,
      conditions: it.conditions.filter((condition) => !base.includes(condition)),
    })),
  );
}

// Try

function tryStatement(machine: Machine, frame: Frame, statement: TryStatement): Completion {
  const scope = childScope(frame.scope);
  const length = machine.path.length;
  const { nest, depth, caught, frame: running } = machine;
  let completion: Completion;
  try {
    machine.caught += goesOn(statement) ? 1 : 0;
    completion = execute(machine, frame, [...statement.resources, ...statement.body], scope);
    machine.caught = caught;
  } catch (signal) {
    machine.caught = caught;
    if (!(signal instanceof ThrowSignal)) {
      throw signal;
    }
    machine.nest = nest;
    machine.depth = depth;
    machine.frame = running;
    truncate(machine, length);
    const clause = statement.catches.find((it) => fits(machine, frame, it, signal));
    if (clause === undefined) {
      runFinally(machine, frame, statement);
      throw signal;
    }
    const inner = childScope(frame.scope);
    declare(
      machine,
      inner,
      clause.name,
      signal.value ?? {
        kind: "object",
        id: nextId(machine),
        class: signal.class,
        made: undefined,
        at: [signal.at],
      },
    );
    completion = execute(machine, frame, clause.body, inner);
  }
  return runFinally(machine, frame, statement) ?? completion;
}

/** Whether any exception of its body is caught, and the program goes on. */
function goesOn({ catches: clauses }: TryStatement): boolean {
  const any = clauses.find((it) => it.types.some((type) => anyException.test(type.name)));
  return any !== undefined && !endsProgram(any.body);
}

const anyException = /^(java\.lang\.)?(Throwable|Exception|RuntimeException)$/;

function endsProgram(body: readonly Statement[]): boolean {
  const last = body[body.length - 1];
  return (
    last?.kind === "throw" ||
    last?.kind === "return" ||
    (last?.kind === "expression" &&
      last.expression.kind === "call" &&
      last.expression.name === "exit")
  );
}

function runFinally(machine: Machine, frame: Frame, statement: TryStatement): Completion {
  return statement.finally === undefined
    ? undefined
    : execute(machine, frame, statement.finally, childScope(frame.scope));
}

function fits(machine: Machine, frame: Frame, clause: CatchClause, signal: ThrowSignal): boolean {
  return clause.types.some((it) =>
    catches(machine, resolveType(machine, placeOf(frame), it).name, signal),
  );
}
