import type {
  CatchClause,
  Expression,
  Statement,
  TryStatement,
} from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { alternativesOf } from "../../log.ts";
import { stringOf } from "../../texts.ts";
import type { Value } from "../../value.ts";
import { placeOf } from "../calls/adapt.ts";
import { childScope, declare } from "../cells.ts";
import { resolveType } from "../classes/resolve.ts";
import { type Completion, type Frame, type Machine, nextId } from "../machine.ts";
import { truncate } from "../path.ts";
import { ThrowSignal } from "../signals.ts";
import { catches } from "./exceptions.ts";

/** Ends the present path with the exception of a `throw`. */
export function throwStatement(
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

/** Runs a `try`: what its body throws goes to the clause that catches it. */
export function tryStatement(machine: Machine, frame: Frame, statement: TryStatement): Completion {
  const scope = childScope(frame.scope);
  const length = machine.path.length;
  const { nest, depth, caught, frame: running } = machine;
  let completion: Completion;
  try {
    machine.caught += goesOn(statement) ? 1 : 0;
    completion = machine.parts.execute(
      machine,
      frame,
      [...statement.resources, ...statement.body],
      scope,
    );
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
    completion = machine.parts.execute(machine, frame, clause.body, inner);
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
    : machine.parts.execute(machine, frame, statement.finally, childScope(frame.scope));
}

function fits(machine: Machine, frame: Frame, clause: CatchClause, signal: ThrowSignal): boolean {
  return clause.types.some((it) =>
    catches(machine, resolveType(machine, placeOf(frame), it).name, signal),
  );
}
