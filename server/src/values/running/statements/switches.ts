import type {
  CaseLabel,
  Expression,
  Pattern,
  Statement,
  SwitchCase,
  SwitchExpression,
  SwitchStatement,
} from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { alternativesOf } from "../../log.ts";
import { equal } from "../../scalars/equality.ts";
import { constantOf, oneOf, plain } from "../../texts.ts";
import type { Value } from "../../value.ts";
import { cellIn, childScope } from "../cells.ts";
import { type Completion, type Frame, locate, type Machine } from "../machine.ts";
import { anyOf } from "../open-truth.ts";
import { effectsOf, truncate } from "../path.ts";
import { branch, leaveBehind } from "./branch.ts";
import { bindPattern, matches } from "./pattern.ts";
import { recordReturn, returned } from "./returns.ts";

/** Runs a switch: the case that fits, or each that may. */
export function switchStatement(
  machine: Machine,
  frame: Frame,
  statement: SwitchStatement,
): Completion {
  const subject = machine.parts.evaluate(machine, frame, statement.subject);
  const leaves = frame.leaves.length;
  const length = machine.path.length;
  const completion = choose(machine, frame, statement, subject, (index) => {
    const bodies = bodiesFrom(statement.cases, index);
    const scope = childScope(frame.scope);
    return breakEnds(statement.label, machine.parts.execute(machine, frame, bodies, scope));
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
    return machine.parts.execute(machine, inner, bodiesFrom(expression.cases, index), scope);
  });
  truncate(machine, length, true);
  return returned(inner, base, locate(frame, expression.range));
}
