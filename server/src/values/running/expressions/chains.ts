import type {
  CallExpression,
  Expression,
  GetExpression,
  IndexExpression,
} from "../../../syntax/host/program.ts";
import { unknownOf } from "../../texts.ts";
import type { Value } from "../../value.ts";
import { placeOf } from "../calls/adapt.ts";
import { call } from "../calls/calls.ts";
import { readCell } from "../cells.ts";
import { classNamed } from "../classes/classes.ts";
import { cellNamed } from "../classes/lookup.ts";
import { resolveName } from "../classes/resolve.ts";
import { element } from "../elements.ts";
import { type ClassRef, type Frame, locate, type Machine } from "../machine.ts";
import { member, typeMember } from "./members.ts";
import { named } from "./names.ts";

type Link = CallExpression | GetExpression | IndexExpression;

/** From the first object on, without recursion: `a.b().c().d()`. */
export function chain(machine: Machine, frame: Frame, expression: Link): Value {
  const links: Link[] = [];
  let first: Expression | undefined = expression;
  while (
    first !== undefined &&
    (first.kind === "call" || first.kind === "get" || first.kind === "index")
  ) {
    links.push(first);
    first = first.object;
  }
  links.reverse();
  const start =
    first === undefined
      ? { used: 0, value: undefined, type: undefined }
      : startOf(machine, frame, first, links);
  let { value, type } = start;
  for (const link of links.slice(start.used)) {
    const result: Value | ClassRef = linkValue(machine, frame, link, value, type, first);
    if (result.kind === "program" || result.kind === "library") {
      type = result;
      value = undefined;
    } else {
      value = result;
      type = undefined;
    }
  }
  return value ?? unknownOf("not-in-project", [locate(frame, expression.range)]);
}

interface Start {
  /** How many links belong to the name of a type. */
  readonly used: number;
  readonly value: Value | undefined;
  readonly type: ClassRef | undefined;
}

/** What a chain begins with: first as a variable, then as a type, then as a package. */
function startOf(machine: Machine, frame: Frame, first: Expression, links: readonly Link[]): Start {
  if (first.kind !== "name") {
    return { used: 0, value: machine.parts.evaluate(machine, frame, first), type: undefined };
  }
  const cell = cellNamed(machine, frame, first.name);
  if (cell !== undefined) {
    const at = locate(frame, first.range);
    machine.steps += 1;
    return {
      used: 0,
      value: readCell(machine, cell) ?? unknownOf("unfinished", [at]),
      type: undefined,
    };
  }
  const known = resolveName(machine, placeOf(frame), first.name);
  if (known !== undefined) {
    return { used: 0, value: undefined, type: known };
  }
  // A package: up to the first name that begins with a capital.
  const names = [first.name];
  for (const [index, link] of links.entries()) {
    if (link.kind !== "get") {
      break;
    }
    names.push(link.name);
    if (/^[A-Z]/.test(link.name)) {
      const name = names.join(".");
      const found = classNamed(machine, name);
      return {
        used: index + 1,
        value: undefined,
        type:
          found === undefined
            ? { kind: "library", name, certain: true }
            : { kind: "program", class: found },
      };
    }
  }
  return {
    used: 0,
    value: named(machine, frame, first.name, locate(frame, first.range)),
    type: undefined,
  };
}

function linkValue(
  machine: Machine,
  frame: Frame,
  link: Link,
  value: Value | undefined,
  type: ClassRef | undefined,
  first: Expression | undefined,
): Value | ClassRef {
  const at = locate(frame, link.range);
  switch (link.kind) {
    case "call":
      return call(machine, frame, link, value, type, first);
    case "index":
      return element(
        machine,
        value ?? unknownOf("unfinished", [at]),
        machine.parts.evaluate(machine, frame, link.index),
        at,
      );
    case "get":
      return type === undefined
        ? member(
            machine,
            value ?? unknownOf("unfinished", [at]),
            link.name,
            locate(frame, link.nameRange),
          )
        : typeMember(machine, type, link.name, locate(frame, link.nameRange));
  }
}
