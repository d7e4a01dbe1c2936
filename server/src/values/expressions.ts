import type {
  ArrayExpression,
  AssignExpression,
  CallExpression,
  Expression,
  GetExpression,
  IndexExpression,
  NewExpression,
  OperatorExpression,
  ReferenceExpression,
} from "../syntax/host/program.ts";
import type { Location } from "../text/range.ts";
import { adapt, placeOf } from "./adapt.ts";
import { branchValue } from "./branch.ts";
import { classNamed, programClass } from "./classes.ts";
import { newClosure } from "./closures.ts";
import { switchValue } from "./execute.ts";
import { readField } from "./fields.ts";
import { lineOf } from "./library.ts";
import { isLogger } from "./lombok.ts";
import { cellNamed, fieldCell, levelsOf, methodsOf, staticOwners } from "./lookup.ts";
import {
  BudgetSignal,
  type Cell,
  type ClassRef,
  changeList,
  type Frame,
  limit,
  locate,
  type Machine,
  maximalSteps,
  newList,
  nextId,
  readCell,
  ThrowSignal,
  truncate,
  writeCell,
} from "./machine.ts";
import { modelRunOf } from "./model-run.ts";
import { exactItems, itemsOf } from "./objects.ts";
import { binary, compoundOf, converted, truthOf, unary } from "./operators.ts";
import { bindPattern, matches } from "./pattern.ts";
import {
  libraryClassAbove,
  programLine,
  rememberScope,
  resolveName,
  resolveType,
} from "./resolve.ts";
import { constantOf, distribute, numberOf, placesOf, plain, textOf, unknownOf } from "./texts.ts";
import { asText } from "./to-text.ts";
import type { Constant, List, ProgramClass, ResolvedType, Value } from "./value.ts";

const maximalNesting = 400;

/** A run that lacks files is done again: it looks a little further for what else is lacking, and ends. */
function endSoon(machine: Machine): void {
  machine.lacking = machine.needs.size;
  machine.maximalSteps = Math.min(maximalSteps, 1.1 * machine.steps + 500);
}

/** The value of an expression. Its effects happen under the present conditions. */
export function evaluate(
  machine: Machine,
  frame: Frame,
  expression: Expression,
  expected?: ResolvedType,
): Value {
  machine.steps += 1;
  if (machine.needs.size > machine.lacking) {
    endSoon(machine);
  }
  if (machine.steps > machine.maximalSteps) {
    limit(machine, "steps", locate(frame, expression.range));
    throw new BudgetSignal();
  }
  if (machine.nest >= maximalNesting) {
    const at = locate(frame, expression.range);
    limit(machine, "nesting", at);
    return unknownOf("too-deep", [at]);
  }
  machine.nest += 1;
  const result = expressionValue(machine, frame, expression, expected);
  machine.nest -= 1;
  return result;
}

function expressionValue(
  machine: Machine,
  frame: Frame,
  expression: Expression,
  expected: ResolvedType | undefined,
): Value {
  switch (expression.kind) {
    case "constant":
      return constant(frame, expression);
    case "name":
      return named(machine, frame, expression.name, locate(frame, expression.range));
    case "this":
      return thisValue(machine, frame, expression.type, locate(frame, expression.range));
    case "super":
      return thisValue(machine, frame, undefined, locate(frame, expression.range));
    case "get":
    case "call":
    case "index":
      return chain(machine, frame, expression);
    case "new":
      return creation(machine, frame, expression, expected);
    case "operator":
      return operation(machine, frame, expression);
    case "conditional": {
      const condition = evaluate(machine, frame, expression.condition);
      return branchValue(machine, frame, condition, locate(frame, expression.condition.range), {
        whenTrue: () => evaluate(machine, frame, expression.whenTrue, expected),
        whenFalse: () => evaluate(machine, frame, expression.whenFalse, expected),
      });
    }
    case "assign":
      return assignment(machine, frame, expression);
    case "lambda":
      return newClosure(
        machine,
        {
          kind: "lambda",
          frame: { ...frame },
          scope: frame.scope,
          parameters: expression.parameters.map((it) => it.name),
          body: expression.body,
        },
        "lambda",
        [locate(frame, expression.range)],
      );
    case "reference":
      return reference(machine, frame, expression);
    case "array":
      return array(machine, frame, expression);
    case "cast":
      return cast(
        machine,
        frame,
        expression.value,
        resolveType(machine, placeOf(frame), expression.type),
        locate(frame, expression.range),
      );
    case "class": {
      const type = resolveType(machine, placeOf(frame), expression.type);
      return { kind: "class", name: type.name, type, at: [locate(frame, expression.range)] };
    }
    case "typeTest": {
      const value = evaluate(machine, frame, expression.value);
      const found = matches(machine, frame, value, expression.pattern);
      if (expression.pattern.name !== undefined || expression.pattern.parts.length > 0) {
        bindPattern(
          machine,
          frame,
          frame.scope,
          expression.pattern,
          value,
          locate(frame, expression.range),
        );
      }
      return found;
    }
    case "switchExpression":
      return switchValue(machine, frame, expression);
    case "unread":
      return unknownOf("unfinished", [locate(frame, expression.range)]);
  }
}

function constant(frame: Frame, expression: Extract<Expression, { kind: "constant" }>): Constant {
  const at = locate(frame, expression.range);
  const { value, type } = expression;
  if (type === "string") {
    return {
      kind: "constant",
      value,
      at: [at],
      pieces: expression.stretches.map((it) => ({
        at: it.at,
        length: it.length,
        location: { file: at.file, range: it.range },
      })),
    };
  }
  return type === "char" || type === "long" || type === "float" || type === "double"
    ? { kind: "constant", value, type, at: [at] }
    : { kind: "constant", value, at: [at] };
}

function named(machine: Machine, frame: Frame, name: string, at: Location): Value {
  const cell = cellNamed(machine, frame, name);
  if (cell !== undefined) {
    return readCell(machine, cell) ?? unknownOf("unfinished", [at]);
  }
  for (const owner of staticOwners(machine, frame, name)) {
    const value =
      owner.kind === "library" ? libraryField(machine, owner.name, name, at) : undefined;
    if (value !== undefined) {
      return value;
    }
  }
  if (isLogger(name)) {
    return modelRunOf(machine).newObject("org.slf4j.Logger", at);
  }
  return (
    inheritedField(machine, frame, name, at) ??
    unknownOf("not-in-project", [at], `\`${name}\` is declared outside of the project.`)
  );
}

/** A field that a library class above gives, static or not. */
function inheritedField(
  machine: Machine,
  frame: Frame,
  name: string,
  at: Location,
): Value | undefined {
  for (const level of levelsOf(machine, frame)) {
    const above = libraryClassAbove(machine, level.class);
    const value = above === undefined ? undefined : knownField(machine, above, name, at);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function thisValue(machine: Machine, frame: Frame, type: string | undefined, at: Location): Value {
  if (type !== undefined) {
    const simple = type.slice(type.lastIndexOf(".") + 1);
    for (const level of levelsOf(machine, frame)) {
      if (level.class.type.name === simple && level.self !== undefined) {
        return level.self;
      }
    }
  }
  return frame.self ?? unknownOf("unsupported", [at]);
}

// Chains of calls, fields and indexes

type Link = CallExpression | GetExpression | IndexExpression;

/** From the first object on, without recursion: `a.b().c().d()`. */
function chain(machine: Machine, frame: Frame, expression: Link): Value {
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
    return { used: 0, value: evaluate(machine, frame, first), type: undefined };
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
        evaluate(machine, frame, link.index),
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

/** A static field or nested type. */
function typeMember(
  machine: Machine,
  type: ClassRef,
  name: string,
  at: Location,
): Value | ClassRef {
  if (type.kind === "program") {
    const cell = fieldCell(machine, undefined, type.class, name);
    if (cell !== undefined) {
      return readCell(machine, cell) ?? unknownOf("unfinished", [at]);
    }
    const nested = resolveName(
      machine,
      { class: type.class, scope: undefined, typeParameters: [] },
      name,
    );
    if (nested !== undefined && /^[A-Z]/.test(name) && nested.kind === "program") {
      return nested;
    }
    const above = libraryClassAbove(machine, type.class);
    return above === undefined
      ? unknownOf("missing", [at], `${type.class.name} has no field \`${name}\`.`)
      : libraryField(machine, above, name, at);
  }
  const inner = `${type.name}.${name}`;
  const isNested = machine.world.facts.classes.has(inner) || machine.models.has(inner);
  if (isNested || (/^[A-Z]/.test(name) && /[a-z]/.test(name))) {
    const known = isNested ? undefined : knownField(machine, type.name, name, at);
    return known ?? { kind: "library", name: inner, certain: type.certain };
  }
  return libraryField(machine, type.name, name, at);
}

/** A static field of a library class. */
function libraryField(machine: Machine, className: string, name: string, at: Location): Value {
  return (
    knownField(machine, className, name, at) ??
    refusedClass(machine, className, at) ?? {
      kind: "object",
      id: nextId(machine),
      class: className,
      made: undefined,
      constant: name,
      at: [at],
    }
  );
}

/** A class of the project whose file is not read. */
function refusedClass(machine: Machine, className: string, at: Location): Value | undefined {
  const simple = className.slice(className.lastIndexOf(".") + 1);
  const found = [...machine.refused].find(([file]) => file.replace(/\.\w+$/, "") === simple);
  return found && unknownOf("not-read", [at], `'${found[0]}' is not read. ${found[1]}`);
}

function knownField(
  machine: Machine,
  className: string,
  name: string,
  at: Location,
): Value | undefined {
  for (const model of machine.models.get(className) ?? []) {
    const value = model.get?.(modelRunOf(machine), className, name, at);
    if (value !== undefined) {
      return value;
    }
  }
  for (const it of lineOf(machine.world.facts, className)) {
    if (it.constants !== undefined && Object.hasOwn(it.constants, name)) {
      const value = it.constants[name];
      return value === undefined ? undefined : constantOf(value, [at]);
    }
    if (it.enum?.includes(name) === true) {
      return {
        kind: "object",
        id: nextId(machine),
        class: className,
        made: undefined,
        constant: name,
        at: [at],
      };
    }
  }
  return undefined;
}

/** `value.name`. */
function member(machine: Machine, value: Value, name: string, at: Location): Value {
  return distribute([value], ([it]) => {
    const own = it === undefined ? value : plain(it);
    switch (own.kind) {
      case "instance": {
        const field = readField(machine, own, name);
        if (field !== undefined) {
          return field;
        }
        const cell = fieldCell(machine, own, own.class, name);
        return (
          (cell === undefined ? undefined : readCell(machine, cell)) ?? unknownOf("missing", [at])
        );
      }
      case "list": {
        const field = /^f(\d+)$/.exec(name)?.[1];
        if (field !== undefined && own.class.startsWith("org.apache.flink.api.java.tuple.")) {
          return element(machine, own, constantOf(Number(field)), at);
        }
        return name === "length" ? lengthOf(machine, own, at) : unknownOf("unsupported", [at]);
      }
      case "constant":
        if (own.value === null) {
          throw new ThrowSignal(
            "java.lang.NullPointerException",
            undefined,
            `${name} of null`,
            at,
            machine.frame?.caller,
          );
        }
        return unknownOf("unsupported", [at]);
      case "object":
        return { kind: "object", id: nextId(machine), class: undefined, made: own.made, at: [at] };
      case "unknown":
        return unknownOf(own.reason, [at], own.detail);
      default:
        return unknownOf("unsupported", [at]);
    }
  });
}

function lengthOf(machine: Machine, list: List, at: Location): Value {
  const items = exactItems(list, machine.sides);
  if (items !== undefined) {
    return constantOf(items.length, [at]);
  }
  const name = openName(list);
  return { kind: "unknown", reason: "run-time-data", key: `length(${name ?? list.id})`, at: [at] };
}

/** The program's own arguments, where they are not given. */
function openName(list: List): string | undefined {
  const open = list.changes.find((it) => it.kind === "open");
  return open?.kind === "open" && open.why.kind === "input" ? open.why.key : undefined;
}

/**
 * An element of the program's arguments by an index that is not known. Behind a comparison with the name of an option it is the value
 * of that option: `if (args[i].equals("--topic")) topic = args[i + 1];`
 */
function argumentElement(machine: Machine, name: string, at: Location): Value {
  const any = `element(${name})`;
  const option = [...machine.sides]
    .flatMap(([id, side]) => (side && id.startsWith("equal(") && id.includes(any) ? [id] : []))
    .map((id) => /string:-{1,2}([\w.-]+)(?=,|\)$)/.exec(id)?.[1])
    .findLast((it) => it !== undefined);
  return option === undefined
    ? { ...unknownOf("several-values", [at]), key: any, default: constantOf(null) }
    : {
        kind: "input",
        input: "argument",
        key: option,
        default: undefined,
        flagged: true,
        at: [at],
      };
}

function element(machine: Machine, value: Value, index: Value, at: Location): Value {
  return distribute([value, index], ([object, position]) => {
    const own = object === undefined ? value : plain(object);
    const number = numberOf(position);
    if (own.kind === "constant" && own.value === null) {
      throw new ThrowSignal(
        "java.lang.NullPointerException",
        undefined,
        "an element of null",
        at,
        machine.frame?.caller,
      );
    }
    if (own.kind !== "list") {
      return unknownOf(own.kind === "unknown" ? own.reason : "run-time-data", [at]);
    }
    const { items, open } = itemsOf(own, machine.sides);
    const name = openName(own);
    if (name !== undefined && number !== undefined) {
      return {
        kind: "input",
        input: "argument",
        key: `${name}[${number}]`,
        default: undefined,
        required: true,
        at: [at],
      };
    }
    if (name !== undefined) {
      return argumentElement(machine, name, at);
    }
    const item = number === undefined ? undefined : items[number];
    if (
      item !== undefined &&
      items.slice(0, (number ?? 0) + 1).every((it) => it.conditions.length === 0)
    ) {
      return item.value;
    }
    if (
      open === undefined &&
      number !== undefined &&
      items.every((it) => it.conditions.length === 0)
    ) {
      throw new ThrowSignal(
        "java.lang.ArrayIndexOutOfBoundsException",
        undefined,
        `Index ${number} out of bounds for length ${items.length}`,
        at,
        machine.frame?.caller,
      );
    }
    return unknownOf(number === undefined ? "several-values" : "run-time-data", [at]);
  });
}

// Calls

function call(
  machine: Machine,
  frame: Frame,
  link: CallExpression,
  value: Value | undefined,
  type: ClassRef | undefined,
  first: Expression | undefined,
): Value {
  const at = locate(frame, link.range);
  const name = locate(frame, link.nameRange);
  const typeArguments = link.typeArguments.map((it) => resolveType(machine, placeOf(frame), it));
  const isFirst = link.object === undefined;
  const isSuper = link.object?.kind === "super" && link.object === first;
  const args = link.arguments.map((it) => evaluate(machine, frame, it));
  const request = {
    receiver: value,
    type,
    method: link.name,
    arguments: args,
    at,
    name,
    typeArguments,
  };
  if (isFirst) {
    return ownCall(machine, frame, request);
  }
  return machine.parts.invoke(machine, isSuper ? { ...request, above: frame.class } : request);
}

/** `name(…)`: a method of the class or of one around it, or a static import. */
function ownCall(
  machine: Machine,
  frame: Frame,
  request: Parameters<Machine["parts"]["invoke"]>[1],
): Value {
  for (const level of levelsOf(machine, frame)) {
    const methods = methodsOf(machine, level.class, request.method);
    if (methods.length > 0) {
      const isStatic = methods.every((it) => it.method.static) || level.self === undefined;
      return machine.parts.invoke(
        machine,
        isStatic
          ? { ...request, type: { kind: "program", class: level.class } }
          : { ...request, receiver: level.self },
      );
    }
  }
  for (const owner of staticOwners(machine, frame, request.method)) {
    const isKnown =
      owner.kind === "library" || methodsOf(machine, owner.class, request.method).length > 0;
    if (isKnown) {
      return machine.parts.invoke(machine, { ...request, type: owner });
    }
  }
  for (const level of levelsOf(machine, frame)) {
    const isRecordOrAbove =
      level.class.type.components.some((it) => it.name === request.method) ||
      libraryClassAbove(machine, level.class) !== undefined ||
      programLine(machine, level.class).some(
        (it) => it.type.fields.length > 0 && /^(get|set|is)[A-Z]/.test(request.method),
      ) ||
      level.class.type.typeKind === "enum" ||
      level.class.type.typeKind === "anonymous";
    if (isRecordOrAbove) {
      return machine.parts.invoke(
        machine,
        level.self === undefined
          ? { ...request, type: { kind: "program", class: level.class } }
          : { ...request, receiver: level.self },
      );
    }
  }
  return frame.self === undefined
    ? machine.parts.invoke(machine, { ...request, type: { kind: "program", class: frame.class } })
    : machine.parts.invoke(machine, { ...request, receiver: frame.self });
}

// Objects

function creation(
  machine: Machine,
  frame: Frame,
  expression: NewExpression,
  expected: ResolvedType | undefined,
): Value {
  const at = locate(frame, expression.range);
  const name = locate(frame, expression.nameRange);
  const outer =
    expression.outer === undefined ? undefined : evaluate(machine, frame, expression.outer);
  const place =
    outer?.kind === "instance"
      ? { class: outer.class, scope: undefined, typeParameters: [] }
      : placeOf(frame);
  const ref = resolveName(machine, place, expression.type.name);
  const written = resolveType(machine, place, expression.type);
  // `new X<>()`: the arguments are those of the declaration.
  const typeArguments =
    written.arguments.length > 0
      ? written.arguments
      : expected?.name === written.name
        ? expected.arguments
        : [];
  const args = expression.arguments.map((it) => evaluate(machine, frame, it));
  if (expression.body !== undefined) {
    const type = programClass(machine, frame.class.unit, expression.body, frame.class);
    rememberScope(type, frame.scope);
    return machine.parts.construct(machine, type, args, {
      at: name,
      outer: frame.self,
      captured: withCaptured(frame),
      typeArguments,
    });
  }
  if (ref?.kind === "program") {
    const isLocal =
      ref.class.outer === frame.class && !frame.class.type.types.includes(ref.class.type);
    return machine.parts.construct(machine, ref.class, args, {
      at: name,
      outer: outer ?? outerFor(machine, frame, ref.class),
      captured: isLocal ? withCaptured(frame) : undefined,
      typeArguments,
    });
  }
  return machine.parts.invoke(machine, {
    receiver: undefined,
    type: ref ?? { kind: "library", name: expression.type.name, certain: false },
    method: "new",
    arguments: args,
    at,
    name,
    typeArguments,
  });
}

/** The locals around a class body, those that the code around it captured included. */
function withCaptured(frame: Frame): Frame["scope"] {
  if (frame.captured === undefined) {
    return frame.scope;
  }
  const levels: Frame["scope"][] = [];
  for (let it: Frame["scope"] | undefined = frame.scope; it !== undefined; it = it.parent) {
    if (it === frame.captured) {
      return frame.scope;
    }
    levels.push(it);
  }
  return levels.reverse().reduce((parent, it) => ({ ...it, parent }), frame.captured);
}

/** The object around a new one: of the class that the new one's class stands in. */
function outerFor(machine: Machine, frame: Frame, type: ProgramClass): Value | undefined {
  if (type.type.static) {
    return undefined;
  }
  return levelsOf(machine, frame).find(
    (it) =>
      it.self !== undefined &&
      type.outer !== undefined &&
      programLine(machine, it.class).includes(type.outer),
  )?.self;
}

function reference(machine: Machine, frame: Frame, expression: ReferenceExpression): Value {
  const at = [locate(frame, expression.range)];
  const { object, name } = expression;
  if (object.kind === "class" && object.type.dimensions > 0) {
    return newClosure(machine, { kind: "array" }, "reference", at);
  }
  const type = typeNamed(machine, frame, object);
  return type === undefined
    ? newClosure(
        machine,
        { kind: "method", receiver: evaluate(machine, frame, object), name },
        "reference",
        at,
      )
    : newClosure(machine, { kind: "type", type, name }, "reference", at);
}

/** The type that an expression names, unless a variable has that name. */
function typeNamed(machine: Machine, frame: Frame, expression: Expression): ClassRef | undefined {
  if (expression.kind === "class") {
    return resolveName(machine, placeOf(frame), expression.type.name);
  }
  const names: string[] = [];
  let it: Expression = expression;
  while (it.kind === "get") {
    names.unshift(it.name);
    it = it.object;
  }
  if (it.kind !== "name" || cellNamed(machine, frame, it.name) !== undefined) {
    return undefined;
  }
  const last = names[names.length - 1] ?? it.name;
  return /^[A-Z]/.test(last) && !/^[A-Z0-9_]{2,}$/.test(last)
    ? resolveName(machine, placeOf(frame), [it.name, ...names].join("."))
    : names.length === 0
      ? resolveName(machine, placeOf(frame), it.name)
      : undefined;
}

function array(machine: Machine, frame: Frame, expression: ArrayExpression): Value {
  const at = locate(frame, expression.range);
  const type =
    expression.type === undefined
      ? undefined
      : resolveType(machine, placeOf(frame), expression.type);
  if (expression.items !== undefined) {
    const items = expression.items.map((it) =>
      adapt(machine, evaluate(machine, frame, it), type, at),
    );
    return newList(machine, "[]", items, [at]);
  }
  const lengths = expression.lengths.map((it) => evaluate(machine, frame, it));
  const length = numberOf(lengths[0]);
  const list = newList(machine, "[]", [], [at]);
  if (length === undefined || length > 1000) {
    changeList(machine, list, { kind: "open", why: unknownOf("run-time-data", [at]) });
    return list;
  }
  const zero =
    type?.name === "boolean"
      ? false
      : /^(int|long|short|byte|double|float)$/.test(type?.name ?? "")
        ? 0
        : null;
  for (let index = 0; index < length; index++) {
    changeList(machine, list, { kind: "add", value: constantOf(zero) });
  }
  return list;
}

function cast(
  machine: Machine,
  frame: Frame,
  expression: Expression,
  type: ResolvedType,
  at: Location,
): Value {
  const value = evaluate(machine, frame, expression, type);
  const adapted = adapt(machine, value, type, at);
  return adapted.kind === "constant" ? converted(adapted, type.name) : adapted;
}

// Operators

function operation(machine: Machine, frame: Frame, expression: OperatorExpression): Value {
  const at = locate(frame, expression.range);
  const [first, ...rest] = expression.operands;
  if (first === undefined) {
    return unknownOf("unfinished", [at]);
  }
  if (rest.length === 0) {
    return unary(expression.operator, evaluate(machine, frame, first), at);
  }
  if (expression.operator === "&&" || expression.operator === "||") {
    return shortCircuit(machine, frame, expression.operator, expression.operands, at);
  }
  let value = evaluate(machine, frame, first);
  if (expression.operator !== "+") {
    for (const it of rest) {
      value = binary(expression.operator, value, evaluate(machine, frame, it), at);
    }
    return value;
  }
  return sum(machine, frame, value, rest, at);
}

/** Once one operand is a text, the rest is put together as text: all parts at once, since chains may be long. */
function sum(
  machine: Machine,
  frame: Frame,
  first: Value,
  rest: readonly Expression[],
  at: Location,
): Value {
  let value = first;
  let parts: Value[] | undefined;
  for (const it of rest) {
    const operand = evaluate(machine, frame, it);
    if (parts !== undefined) {
      parts.push(asText(machine, operand, at));
    } else if (isNumeric(value) && isNumeric(operand)) {
      value = binary("+", value, operand, at);
    } else {
      parts = [asText(machine, value, at), asText(machine, operand, at)];
    }
  }
  return parts === undefined ? value : distribute(parts, textOf);
}

/** Whether `+` adds it as a number: of an unknown value that is not known, and a text is the rule. */
function isNumeric(value: Value): boolean {
  const it = plain(value);
  switch (it.kind) {
    case "constant":
      return typeof it.value === "number" || typeof it.value === "bigint" || it.type === "char";
    case "input":
      return it.default !== undefined && isNumeric(it.default);
    case "unknown":
      return (
        it.key?.startsWith("length(") === true ||
        /^[-+*/%]\(/.test(it.key ?? "") ||
        (it.default !== undefined && isNumeric(it.default))
      );
    case "oneOf":
      return it.values.every((alternative) => isNumeric(alternative.value));
    default:
      return false;
  }
}

/** `a && b && c`: what stands behind an operand of unknown truth happens under its condition. */
function shortCircuit(
  machine: Machine,
  frame: Frame,
  operator: "&&" | "||",
  operands: readonly Expression[],
  at: Location,
): Value {
  const stop = operator === "||";
  const open: { value: Value; id: string; side: boolean; byDefault: boolean | undefined }[] = [];
  const { length } = machine.path;
  let result: Value | undefined;
  for (const it of operands) {
    const value = evaluate(machine, frame, it);
    const truth = truthOf(machine, value);
    if (truth.kind === "known") {
      if (truth.value === stop) {
        result = open.length === 0 ? constantOf(stop, [at]) : undefined;
        if (result === undefined) {
          truncate(machine, length);
          return constantOf(stop, [at]);
        }
        break;
      }
      continue;
    }
    open.push({ value, id: truth.id, side: truth.side, byDefault: truth.byDefault });
    // The next operand is looked at only where this one did not decide.
    machine.parts.assume(machine, {
      id: truth.id,
      side: stop ? !truth.side : truth.side,
      byDefault: undefined,
      at,
    });
  }
  truncate(machine, length);
  if (result !== undefined) {
    return result;
  }
  const [only] = open;
  if (only === undefined) {
    return constantOf(!stop, [at]);
  }
  if (open.length === 1) {
    return only.value;
  }
  return compoundOf(
    machine,
    operator,
    open.map(({ id, side, byDefault }) => ({ kind: "open", id, side, byDefault })),
    placesOf(open.map((it) => it.value)),
  );
}

// Assignments

function assignment(machine: Machine, frame: Frame, expression: AssignExpression): Value {
  const at = locate(frame, expression.range);
  const { target } = expression;
  if (target.kind === "index") {
    return assignElement(machine, frame, expression, target, at);
  }
  if (target.kind === "get") {
    return assignMember(machine, frame, expression, target, at);
  }
  if (target.kind !== "name") {
    evaluate(machine, frame, expression.value);
    return unknownOf("unsupported", [at]);
  }
  const cell = cellNamed(machine, frame, target.name);
  return assignCell(machine, frame, expression, cell, at);
}

function assignCell(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  cell: Cell | undefined,
  at: Location,
): Value {
  const old =
    expression.operator === "" || cell === undefined ? undefined : readCell(machine, cell);
  const value = assigned(machine, frame, expression, old, cell?.type, at);
  if (cell !== undefined) {
    writeCell(machine, cell, value);
  }
  return expression.postfix && old !== undefined ? old : value;
}

function assigned(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  old: Value | undefined,
  type: ResolvedType | undefined,
  at: Location,
): Value {
  const value = evaluate(machine, frame, expression.value, type);
  if (expression.operator === "") {
    return adapt(machine, value, type, at);
  }
  const before = old ?? unknownOf("unfinished", [at]);
  const isText = expression.operator === "+" && !(isNumeric(before) && isNumeric(value));
  const isNumber = type !== undefined && /^(int|long|short|byte|double|float)$/.test(type.name);
  return isText && !isNumber
    ? distribute([asText(machine, before, at), asText(machine, value, at)], textOf)
    : adapt(machine, binary(expression.operator, before, value, at), type, at);
}

function assignMember(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  target: GetExpression,
  at: Location,
): Value {
  const type = typeNamed(machine, frame, target.object);
  if (type?.kind === "program") {
    return assignCell(
      machine,
      frame,
      expression,
      fieldCell(machine, undefined, type.class, target.name),
      at,
    );
  }
  if (type !== undefined) {
    return evaluate(machine, frame, expression.value);
  }
  const object = evaluate(machine, frame, target.object);
  const objects = object.kind === "oneOf" ? object.values.map((it) => it.value) : [object];
  let result: Value | undefined;
  for (const it of objects) {
    if (it.kind === "instance") {
      result = assignCell(
        machine,
        frame,
        expression,
        fieldCell(machine, it, it.class, target.name),
        at,
      );
    }
  }
  return result ?? evaluate(machine, frame, expression.value);
}

function assignElement(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  target: IndexExpression,
  at: Location,
): Value {
  const object = evaluate(machine, frame, target.object);
  const index = evaluate(machine, frame, target.index);
  const old = expression.operator === "" ? undefined : element(machine, object, index, at);
  const value = assigned(machine, frame, expression, old, undefined, at);
  const position = numberOf(index);
  if (object.kind === "list") {
    changeList(
      machine,
      object,
      position === undefined
        ? { kind: "open", why: unknownOf("several-values", [at]) }
        : { kind: "set", index: position, value },
    );
  }
  return expression.postfix && old !== undefined ? old : value;
}
