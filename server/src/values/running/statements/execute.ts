import type { IfStatement, Statement } from "../../../syntax/host/program.ts";
import { adapt, placeOf } from "../calls/adapt.ts";
import { childScope, declare } from "../cells.ts";
import { programClass } from "../classes/classes.ts";
import { rememberScope, resolveType } from "../classes/resolve.ts";
import { type Completion, type Frame, locate, type Machine, type Scope } from "../machine.ts";
import { branch } from "./branch.ts";
import { bodyOf, isGuard, leaves } from "./guards.ts";
import { each, loop, loopScope } from "./loops.ts";
import { recordReturn } from "./returns.ts";
import { switchStatement } from "./switches.ts";
import { throwStatement, tryStatement } from "./try-catch.ts";

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

function labelled(label: string | undefined, completion: Completion): Completion {
  return label !== undefined && completion?.kind === "break" && completion.label === label
    ? undefined
    : completion;
}
