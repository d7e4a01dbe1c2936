import type { Expression, Method, Parameter, Statement } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { constantOf, unknownOf } from "../../texts.ts";
import type { Instance, ProgramClass, Value } from "../../value.ts";
import { childScope, declare, newCell, writeCell } from "../cells.ts";
import { logCall } from "../changes.ts";
import { placeAbove, programLine, resolveName, resolveType } from "../classes/resolve.ts";
import { limit } from "../limits.ts";
import {
  type ClassRef,
  type ConstructOptions,
  type Frame,
  type InstanceState,
  locate,
  type Machine,
  nextId,
  nextSeq,
  type Scope,
  type StaticState,
} from "../machine.ts";
import { effectsOf, note, push, truncate } from "../path.ts";
import { adapt } from "./adapt.ts";
import { generatedParameters } from "./lombok.ts";
import { bestOf } from "./overload.ts";
import { packed } from "./parameters.ts";

/** Makes an object of a class of the project: fields, initialisers and constructors from the top class down. */
export function construct(
  machine: Machine,
  type: ProgramClass,
  args: readonly Value[],
  options: ConstructOptions,
): Value {
  const seq = nextSeq(machine);
  if (machine.depth > 60) {
    limit(machine, "depth", options.at);
    return unknownOf("too-deep", [options.at]);
  }
  const value: { -readonly [K in keyof Instance]: Instance[K] } = {
    kind: "instance",
    id: nextId(machine),
    class: type,
    super: undefined,
    made: seq,
    ...(options.constant === undefined ? {} : { constant: options.constant }),
    ...(options.typeArguments === undefined ? {} : { typeArguments: options.typeArguments }),
    at: [options.at],
  };
  const state: InstanceState = {
    value,
    fields: new Map(),
    outer: options.outer,
    captured: options.captured,
  };
  machine.instances.set(value.id, state);
  for (const it of programLine(machine, type)) {
    for (const field of it.type.fields) {
      if (!field.static && !state.fields.has(field.name)) {
        const resolved =
          field.type === undefined
            ? undefined
            : resolveType(
                machine,
                { class: it, scope: options.captured, typeParameters: [] },
                field.type,
              );
        const cell = newCell(resolved);
        state.fields.set(field.name, cell);
        // Before anything runs a field is null, zero or false.
        cell.writes.push({
          value: initialValue(resolved?.dimensions === 0 ? resolved.name : ""),
          conditions: effectsOf(machine),
        });
      }
    }
    for (const component of it.type.components) {
      if (!state.fields.has(component.name)) {
        state.fields.set(component.name, newCell());
      }
    }
  }
  if (options.constant === undefined) {
    logCall(
      machine,
      {
        receiver: undefined,
        class: type.name,
        method: "new",
        arguments: args,
        result: value,
        at: options.at,
        name: options.at,
        typeArguments: options.typeArguments ?? [],
      },
      seq,
    );
  }
  initialise(machine, state, value, type, args, options);
  return value;
}

export function unknownInstance(
  machine: Machine,
  type: ProgramClass,
  why: Value,
  at: Location,
): Value {
  const value: Instance = {
    kind: "instance",
    id: nextId(machine),
    class: type,
    super: undefined,
    made: nextSeq(machine),
    mayBeNull: true,
    at: why.at.length === 0 ? [at] : why.at,
  };
  const state: InstanceState = { value, fields: new Map(), outer: undefined, captured: undefined };
  machine.instances.set(value.id, state);
  for (const it of programLine(machine, type)) {
    const place = { class: it, scope: undefined, typeParameters: [] };
    for (const field of [...it.type.components, ...it.type.fields.filter((its) => !its.static)]) {
      const resolved =
        field.type === undefined ? undefined : resolveType(machine, place, field.type);
      const cell = newCell(resolved);
      const unknown = unknownOf(
        "run-time-data",
        value.at,
        `\`${field.name}\` of an object that is made at run time`,
      );
      // Objects of the project stay unknown here: their classes may go round in circles.
      const known =
        resolved?.declaration === undefined ? adapt(machine, unknown, resolved, at) : unknown;
      cell.writes.push({ value: known, conditions: [] });
      if (!state.fields.has(field.name)) {
        state.fields.set(field.name, cell);
      }
    }
  }
  return value;
}

function initialValue(type: string): Value {
  switch (type) {
    case "boolean":
      return constantOf(false);
    case "int":
    case "short":
    case "byte":
      return constantOf(0);
    case "long":
    case "float":
    case "double":
      return { kind: "constant", value: 0, type, at: [] };
    default:
      return constantOf(null);
  }
}

/** Runs one class's part of the construction: what is above it first. */
function initialise(
  machine: Machine,
  state: InstanceState,
  value: { -readonly [K in keyof Instance]: Instance[K] },
  type: ProgramClass,
  args: readonly Value[],
  options: ConstructOptions,
  given?: Method,
): void {
  const constructors = type.type.constructors.map((method) => ({ class: type, method }));
  const chosen = given ?? bestOf(machine, constructors, args)?.method;
  const frame = frameOf(machine, state, type, chosen, options);
  const parameters = chosen?.parameters ?? [];
  for (const [index, it] of packed(machine, parameters, args, options.at).entries()) {
    const parameter = parameters[index];
    if (parameter !== undefined) {
      const declared =
        parameter.type === undefined
          ? undefined
          : resolveType(
              machine,
              { class: type, scope: undefined, typeParameters: chosen?.typeParameters ?? [] },
              parameter.type,
            );
      declare(
        machine,
        frame.scope,
        parameter.name,
        adapt(machine, it, parameter.varargs ? undefined : declared, options.at),
        declared,
      );
    }
  }
  const running = machine.frame;
  machine.frame = frame;
  machine.depth += 1;
  const length = machine.path.length;
  const first = chosen?.body?.[0];
  const call = first?.kind === "constructorCall" ? first : undefined;
  const evaluated = (call?.arguments ?? []).map((it: Expression) =>
    machine.parts.evaluate(machine, frame, it),
  );
  if (call?.target === "this") {
    machine.frame = running;
    initialiseOther(machine, state, value, type, evaluated, options, chosen);
    machine.frame = frame;
  } else {
    const isAnonymous = type.type.typeKind === "anonymous";
    aboveOf(machine, state, value, type, isAnonymous ? args : evaluated, options, running);
    machine.frame = frame;
    // Initialisers do not see the constructor's parameters.
    const own = { ...frame, scope: childScope(undefined) };
    runInitialisers(machine, own, type, (field) => state.fields.get(field), false);
    if (type.type.typeKind === "record" && chosen === undefined) {
      assignInOrder(machine, state, type, type.type.components, args, options);
    }
    if (constructors.length === 0 && args.length > 0) {
      assignInOrder(machine, state, type, generatedParameters(type, args.length), args, options);
    }
  }
  const rest: readonly Statement[] = chosen?.body?.slice(call === undefined ? 0 : 1) ?? [];
  machine.parts.execute(machine, frame, rest, childScope(frame.scope));
  truncate(machine, length, true);
  machine.depth -= 1;
  machine.frame = running;
}

/** `this(…)`: the other constructor does all. */
function initialiseOther(
  machine: Machine,
  state: InstanceState,
  value: { -readonly [K in keyof Instance]: Instance[K] },
  type: ProgramClass,
  args: readonly Value[],
  options: ConstructOptions,
  self: Method | undefined,
): void {
  const others = type.type.constructors.filter((it) => it !== self);
  const chosen = bestOf(
    machine,
    others.map((method) => ({ class: type, method })),
    args,
  )?.method;
  if (chosen === undefined && type.type.typeKind === "record") {
    // The constructor of all components is there without being written.
    assignInOrder(machine, state, type, type.type.components, args, options);
  }
  if (chosen === undefined || machine.depth > 60) {
    return;
  }
  machine.depth += 1;
  initialise(machine, state, value, type, args, options, chosen);
  machine.depth -= 1;
}

function aboveOf(
  machine: Machine,
  state: InstanceState,
  value: { -readonly [K in keyof Instance]: Instance[K] },
  type: ProgramClass,
  args: readonly Value[],
  options: ConstructOptions,
  running: Frame | undefined,
): void {
  const above: ClassRef | undefined =
    type.type.extends === undefined || type.type.typeKind === "interface"
      ? undefined
      : resolveName(machine, placeAbove(machine, type), type.type.extends.name);
  if (above?.kind === "program") {
    if (above.class.type.typeKind !== "interface" && machine.depth <= 60) {
      machine.frame = running;
      initialise(machine, state, value, above.class, args, options);
    }
  } else if (above !== undefined) {
    value.super = { class: above.name, arguments: args };
  }
}

/** A record's components, or the fields that a constructor made by Lombok takes. */
function assignInOrder(
  machine: Machine,
  state: InstanceState,
  type: ProgramClass,
  parameters: readonly Parameter[],
  args: readonly Value[],
  options: ConstructOptions,
): void {
  for (const [index, it] of packed(machine, parameters, args, options.at).entries()) {
    const parameter = parameters[index];
    const cell = parameter === undefined ? undefined : state.fields.get(parameter.name);
    if (parameter !== undefined && cell !== undefined) {
      const place = { class: type, scope: undefined, typeParameters: [] };
      const declared =
        parameter.type === undefined ? undefined : resolveType(machine, place, parameter.type);
      writeCell(
        machine,
        cell,
        adapt(machine, it, parameter.varargs ? undefined : declared, options.at),
      );
    }
  }
}

function frameOf(
  machine: Machine,
  state: InstanceState,
  type: ProgramClass,
  method: Method | undefined,
  options: ConstructOptions,
): Frame {
  return {
    class: type,
    method,
    self: state.value,
    captured: state.captured,
    caller: { class: type.name, method: "new", at: options.at, caller: machine.frame?.caller },
    returns: [],
    leaves: [],
    scope: childScope(undefined),
  };
}

/** Field initialisers and blocks of one class, static or not, in the order in which they are written. */
function runInitialisers(
  machine: Machine,
  frame: Frame,
  type: ProgramClass,
  cellOf: (field: string) => ReturnType<typeof newCell> | undefined,
  isStatic: boolean,
): void {
  const steps = [
    ...type.type.fields
      .filter((it) => it.static === isStatic)
      .map((field) => ({ order: field.order, field, body: undefined })),
    ...type.type.initialisers
      .filter((it) => it.static === isStatic)
      .map((it) => ({ order: it.order, field: undefined, body: it.body })),
  ].sort((one, other) => one.order - other.order);
  for (const { field, body } of steps) {
    if (body !== undefined) {
      machine.parts.execute(machine, frame, body, childScope(frame.scope));
    } else if (field?.value !== undefined) {
      const cell = cellOf(field.name);
      if (cell !== undefined) {
        const value = machine.parts.evaluate(machine, frame, field.value, cell.type);
        writeCell(machine, cell, adapt(machine, value, cell.type, locate(frame, field.range)));
      }
    }
  }
}

/** The static fields and enum constants of a class; its static initialisers run at the first use, under no condition. */
export function statics(machine: Machine, type: ProgramClass): StaticState {
  const known = machine.statics.get(type.name);
  if (known !== undefined) {
    return known;
  }
  const state: StaticState = { type, fields: new Map(), constants: [] };
  machine.statics.set(type.name, state);
  note(machine, () => machine.statics.delete(type.name));
  const saved = [...machine.path];
  truncate(machine, 0);
  const running = machine.frame;
  const at = { file: type.unit.path, range: type.type.nameRange };
  const scope: Scope = childScope(undefined);
  const frame: Frame = {
    class: type,
    method: undefined,
    self: undefined,
    captured: undefined,
    caller: { class: type.name, method: "static", at, caller: running?.caller },
    returns: [],
    leaves: [],
    scope,
  };
  machine.frame = frame;
  machine.depth += 1;
  const place = { class: type, scope: undefined, typeParameters: [] };
  for (const field of type.type.fields.filter((it) => it.static)) {
    const resolved = field.type === undefined ? undefined : resolveType(machine, place, field.type);
    const cell = newCell(resolved);
    cell.writes.push({
      value: initialValue(resolved?.dimensions === 0 ? resolved.name : ""),
      conditions: [],
    });
    state.fields.set(field.name, cell);
  }
  try {
    makeConstants(machine, frame, type, state);
    runInitialisers(machine, frame, type, (field) => state.fields.get(field), true);
  } finally {
    machine.depth -= 1;
    machine.frame = running;
    truncate(machine, 0);
    for (const it of saved) {
      push(machine, it.condition, it.assumed);
    }
  }
  return state;
}

function makeConstants(
  machine: Machine,
  frame: Frame,
  type: ProgramClass,
  state: StaticState,
): void {
  for (const [ordinal, constant] of type.type.constants.entries()) {
    const args = constant.arguments.map((it) => machine.parts.evaluate(machine, frame, it));
    const at = locate(frame, constant.nameRange);
    const own =
      constant.body === undefined
        ? type
        : (machine.declared.get(constant.body) ??
          bodyClass(machine, type, constant.body, constant.name));
    const value = construct(machine, own, args, {
      at,
      outer: undefined,
      captured: undefined,
      constant: { name: constant.name, ordinal },
    });
    state.constants.push(value);
    const cell = newCell();
    writeCell(machine, cell, value);
    state.fields.set(constant.name, cell);
  }
}

function bodyClass(
  machine: Machine,
  outer: ProgramClass,
  type: ProgramClass["type"],
  name: string,
): ProgramClass {
  const result: ProgramClass = { unit: outer.unit, type, name: `${outer.name}.${name}`, outer };
  machine.declared.set(type, result);
  return result;
}
