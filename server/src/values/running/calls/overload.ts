import type { Method, Parameter, WrittenType } from "../../../syntax/host/program.ts";
import { isA } from "../../library.ts";
import type { ProgramClass, Value } from "../../value.ts";
import { lineOfType, resolveType, typeOfClass } from "../classes/resolve.ts";
import type { Machine } from "../machine.ts";

interface Candidate {
  readonly class: ProgramClass;
  readonly method: Method;
}

/** The candidate whose parameters fit best; of equals the first. Undefined where no arity fits. */
export function bestOf<T extends Candidate>(
  machine: Machine,
  candidates: readonly T[],
  args: readonly Value[],
): T | undefined {
  const fitting = candidates.filter((it) => takes(it.method, args.length));
  if (fitting.length <= 1) {
    return fitting[0];
  }
  // Abstract declarations stand behind bodies of the same arity.
  const scored = fitting.map((it, index) => ({
    it,
    score: scoreOf(machine, it, args) * 1000 + (it.method.body === undefined ? -500 : 0) - index,
  }));
  scored.sort((one, other) => other.score - one.score);
  return scored[0]?.it;
}

function takes(method: Method, count: number): boolean {
  const { parameters } = method;
  const isVariable = parameters[parameters.length - 1]?.varargs === true;
  return isVariable ? count >= parameters.length - 1 : count === parameters.length;
}

function scoreOf(machine: Machine, candidate: Candidate, args: readonly Value[]): number {
  const { parameters } = candidate.method;
  let score = 0;
  for (const [index, value] of args.entries()) {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    if (parameter !== undefined) {
      score += fit(machine, candidate, parameter, value);
    }
  }
  const isVariable = parameters[parameters.length - 1]?.varargs === true;
  return isVariable ? score - 1 : score;
}

function fit(machine: Machine, candidate: Candidate, parameter: Parameter, value: Value): number {
  const { type } = parameter;
  if (type === undefined) {
    return 0;
  }
  const isArray = type.dimensions > 0;
  const simple = type.name.slice(type.name.lastIndexOf(".") + 1);
  const isParameter =
    candidate.method.typeParameters.includes(type.name) ||
    candidate.class.type.typeParameters.includes(type.name);
  if (simple === "Object" || isParameter) {
    return 0;
  }
  switch (value.kind) {
    case "constant":
      return fitConstant(simple, isArray, value);
    case "text":
      return simple === "String" || simple === "CharSequence" ? 3 : -5;
    case "input":
      return simple === "String" ? 2 : scalars.has(simple) ? 1 : -1;
    case "unknown":
      return 0;
    case "oneOf":
      return value.values[0] === undefined
        ? 0
        : fit(machine, candidate, parameter, value.values[0].value);
    case "list":
      return value.class === "[]"
        ? isArray || parameter.varargs
          ? 3
          : -5
        : !isArray && /List|Collection|Set|Iterable|Queue|Stream|Iterator/.test(simple)
          ? 3
          : -5;
    case "map":
      return isArray
        ? -5
        : /Map|Properties|Hashtable|Parameter/.test(simple)
          ? value.class.endsWith(simple)
            ? 4
            : 2
          : -5;
    case "class":
      return simple === "Class" && !isArray ? 3 : -5;
    case "function":
      return scalars.has(simple) || isArray ? -5 : fitLambda(machine, candidate, type, value);
    case "instance":
    case "object":
      return isArray ? -5 : fitObject(machine, candidate, parameter, value);
  }
}

/** A lambda fits an interface whose one method takes as many parameters. */
function fitLambda(
  machine: Machine,
  candidate: Candidate,
  type: WrittenType,
  value: Extract<Value, { kind: "function" }>,
): number {
  const code = machine.closures.get(value.id)?.code;
  const wanted = code?.kind === "lambda" ? parametersOf(machine, candidate, type) : undefined;
  return code?.kind !== "lambda" || wanted === undefined
    ? 1
    : wanted === code.parameters.length
      ? 2
      : -5;
}

/** How many parameters the one method of a functional interface takes; undefined where it is not known. */
function parametersOf(
  machine: Machine,
  candidate: Candidate,
  type: WrittenType,
): number | undefined {
  const place = { class: candidate.class, scope: undefined, typeParameters: [] };
  const { declaration, name } = resolveType(machine, place, type);
  if (declaration !== undefined) {
    const open = declaration.type.methods.filter((it) => it.body === undefined && !it.static);
    return open.length === 1 ? open[0]?.parameters.length : undefined;
  }
  const simple = name.slice(name.lastIndexOf(".") + 1);
  return parameterCounts.find(([names]) => names.test(simple))?.[1];
}

const parameterCounts = [
  [/^((Boolean|Int|Long|Double)?Supplier|Callable|Runnable)$/, 0],
  [/^((Int|Long|Double)?(To(Int|Long|Double))?Function|MapFunction|KeySelector)$/, 1],
  [/^((Int|Long|Double)?(Consumer|Predicate|UnaryOperator)|FilterFunction)$/, 1],
  [/^(Bi(Function|Consumer|Predicate)|To(Int|Long|Double)BiFunction|\w*BinaryOperator)$/, 2],
  [/^(Comparator|FlatMapFunction|ReduceFunction|JoinFunction)$/, 2],
] as const;

const scalars = new Set([
  "String",
  "int",
  "long",
  "boolean",
  "double",
  "float",
  "char",
  "short",
  "byte",
  "Integer",
  "Long",
  "Boolean",
  "Double",
]);

function fitConstant(
  simple: string,
  isArray: boolean,
  value: Extract<Value, { kind: "constant" }>,
): number {
  if (value.value === null) {
    return isArray || !/^[a-z]/.test(simple) ? 0 : -5;
  }
  if (isArray) {
    return -5;
  }
  if (typeof value.value === "string") {
    const wanted = value.type === "char" ? ["char", "Character"] : ["String", "CharSequence"];
    return wanted.includes(simple) ? 3 : -5;
  }
  if (typeof value.value === "boolean") {
    return simple === "boolean" || simple === "Boolean" ? 3 : -5;
  }
  const order: Readonly<Record<string, readonly string[]>> = {
    int: ["int", "Integer", "long", "Long", "Number", "double", "short", "byte"],
    long: ["long", "Long", "Number", "double"],
    float: ["float", "Float", "double", "Number"],
    double: ["double", "Double", "Number"],
  };
  const index = (
    order[value.type === undefined || value.type === "char" ? "int" : value.type] ?? []
  ).indexOf(simple);
  return index === -1 ? -5 : index < 2 ? 3 : 2;
}

function fitObject(
  machine: Machine,
  candidate: Candidate,
  parameter: Parameter,
  value: Extract<Value, { kind: "instance" | "object" }>,
): number {
  if (parameter.type === undefined) {
    return 0;
  }
  const wanted = resolveType(
    machine,
    { class: candidate.class, scope: undefined, typeParameters: candidate.method.typeParameters },
    parameter.type,
  );
  if (value.kind === "instance") {
    return lineOfType(machine, typeOfClass(value.class)).some((it) => it.name === wanted.name)
      ? 3
      : -5;
  }
  if (value.class === undefined) {
    return 0;
  }
  if (isA(machine.world.facts, value.class, wanted.name)) {
    return value.class === wanted.name ? 4 : 3;
  }
  return wanted.declaration !== undefined || scalars.has(parameter.type.name) ? -5 : -1;
}
