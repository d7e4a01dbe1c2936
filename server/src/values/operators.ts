import type { Location } from "../text/range.ts";
import type { Machine } from "./machine.ts";
import {
  byDefault,
  constantOf,
  distribute,
  isNull,
  isSame,
  keyOf,
  placesOf,
  plain,
  unknownOf,
} from "./texts.ts";
import type { Constant, Unknown, Value } from "./value.ts";

/** An unknown truth or number computed from values, with what it is by default and its canonical key. */
export function derived(
  values: readonly Value[],
  name: string,
  at: Location,
  compute: (constants: readonly Constant[]) => Constant | undefined,
): Value {
  const defaults = values.map((it) => byDefault(it));
  const constants = defaults.filter((it) => it !== undefined);
  const fallback = constants.length === values.length ? compute(constants) : undefined;
  const keys = values.map(keyOf);
  const cause = values.find((it): it is Unknown => it.kind === "unknown");
  return {
    kind: "unknown",
    reason: cause?.reason ?? "run-time-data",
    ...(cause?.detail === undefined ? {} : { detail: cause.detail }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...keyed(name, keys),
    at: placesOf(values).length === 0 ? [at] : placesOf(values),
  };
}

/** Keys of keys grow with each step of a loop: beyond this a value is equal to itself only. */
const maximalKeyLength = 400;

function keyed(name: string, keys: readonly (string | undefined)[]): { readonly key?: string } {
  if (keys.some((it) => it === undefined)) {
    return {};
  }
  const key = `${name}(${keys.join(",")})`;
  return key.length > maximalKeyLength ? {} : { key };
}

/** `==` of objects as far as it can be told: constants by value, objects by identity. */
export function equal(one: Value, other: Value, at: Location): Value {
  return distribute([one, other], ([first, second]) =>
    first === undefined || second === undefined
      ? unknownOf("unfinished", [at])
      : equalPlain(plain(first), plain(second), at),
  );
}

function equalPlain(one: Value, other: Value, at: Location): Value {
  if (one.kind === "constant" && other.kind === "constant") {
    return constantOf(sameConstant(one, other), [at]);
  }
  if (isNull(one) || isNull(other)) {
    return nullTest(isNull(one) ? other : one, at);
  }
  if (isSame(one, other)) {
    return constantOf(true, [at]);
  }
  if (isObject(one) && isObject(other)) {
    if (isForeign(one) || isForeign(other)) {
      return derived([one, other], "equal", at, () => undefined);
    }
    if (one.kind === "object" && other.kind === "object") {
      return one.constant !== undefined && other.constant !== undefined && one.class === other.class
        ? constantOf(one.constant === other.constant, [at])
        : derived([one, other], "equal", at, () => undefined);
    }
    return constantOf(false, [at]);
  }
  // Which one is written first makes no difference.
  const ordered = [one, other].sort((a, b) => ((keyOf(a) ?? "") < (keyOf(b) ?? "") ? -1 : 1));
  return derived(ordered, "equal", at, ([a, b]) =>
    a === undefined || b === undefined ? undefined : constantOf(sameConstant(a, b)),
  );
}

function sameConstant(one: Constant, other: Constant): boolean {
  if (typeof one.value === typeof other.value) {
    return one.value === other.value;
  }
  const [a, b] = [arithmeticOf(one), arithmeticOf(other)];
  return a !== undefined && b !== undefined && a === b;
}

function isForeign(value: Value): boolean {
  return value.kind === "instance" && value.mayBeNull === true;
}

function isObject(value: Value): boolean {
  return ["list", "map", "object", "instance", "function", "class"].includes(value.kind);
}

/** `x == null`. An input without default is null where nobody gives it. */
export function nullTest(value: Value, at: Location): Value {
  switch (value.kind) {
    case "constant":
      return constantOf(value.value === null, [at]);
    case "input":
      return value.default !== undefined || value.given !== undefined
        ? constantOf(isNull(value.given ?? value.default), [at])
        : {
            kind: "unknown",
            reason: "run-time-data",
            default: constantOf(true),
            key: `null(${value.input}:${value.key})`,
            at: value.at,
          };
    case "unknown": {
      const known = byDefault(value);
      return {
        kind: "unknown",
        reason: value.reason,
        ...(known === undefined ? {} : { default: constantOf(known.value === null) }),
        ...(value.key === undefined ? {} : { key: `null(${value.key})` }),
        at: value.at,
      };
    }
    case "oneOf":
      return distribute([value], ([it]) => (it === undefined ? value : nullTest(it, at)));
    case "object":
    case "instance":
      return value.mayBeNull === true
        ? {
            kind: "unknown",
            reason: "no-model",
            default: constantOf(false),
            key: `null(#${value.id})`,
            at: value.at,
          }
        : constantOf(false, [at]);
    default:
      return constantOf(false, [at]);
  }
}

export function not(value: Value): Value {
  return distribute([value], ([it]) => {
    const operand = it === undefined ? value : plain(it);
    if (operand.kind === "constant") {
      return { ...operand, value: operand.value !== true };
    }
    if (operand.kind !== "unknown") {
      return unknownOf("run-time-data", operand.at);
    }
    const known = byDefault(operand);
    const { key } = operand;
    return {
      kind: "unknown",
      reason: operand.reason,
      ...(operand.detail === undefined ? {} : { detail: operand.detail }),
      ...(known === undefined ? {} : { default: constantOf(known.value !== true) }),
      ...(key === undefined ? {} : { key: key.startsWith("!") ? key.slice(1) : `!${key}` }),
      at: operand.at,
    };
  });
}

/** A binary operator but `+` on texts and the short-circuit ones. */
export function binary(operator: string, one: Value, other: Value, at: Location): Value {
  if (operator === "==") {
    return equal(one, other, at);
  }
  if (operator === "!=") {
    return not(equal(one, other, at));
  }
  return distribute([one, other], ([first, second]) => {
    if (first === undefined || second === undefined) {
      return unknownOf("unfinished", [at]);
    }
    const [a, b] = [plain(first), plain(second)];
    if (a.kind === "constant" && b.kind === "constant") {
      const result = calculate(operator, a, b);
      return result === undefined
        ? unknownOf("unsupported", [at])
        : { ...result, at: placesOf([a, b]) };
    }
    return derived([a, b], operator, at, ([x, y]) =>
      x === undefined || y === undefined ? undefined : calculate(operator, x, y),
    );
  });
}

type Numeric = "int" | "long" | "float" | "double";

function calculate(operator: string, one: Constant, other: Constant): Constant | undefined {
  if (typeof one.value === "boolean" && typeof other.value === "boolean") {
    return logical(operator, one.value, other.value);
  }
  const [a, b] = [arithmeticOf(one), arithmeticOf(other)];
  if (a === undefined || b === undefined) {
    return undefined;
  }
  const compared = compare(operator, a, b);
  if (compared !== undefined) {
    return constantOf(compared);
  }
  const type = widest(typeOfNumber(one), typeOfNumber(other));
  if (type === "double" || type === "float") {
    return floating(operator, Number(a), Number(b), type);
  }
  return integral(operator, BigInt(a), BigInt(b), type);
}

function logical(operator: string, a: boolean, b: boolean): Constant | undefined {
  switch (operator) {
    case "&":
      return constantOf(a && b);
    case "|":
      return constantOf(a || b);
    case "^":
      return constantOf(a !== b);
    default:
      return undefined;
  }
}

function compare(operator: string, a: number | bigint, b: number | bigint): boolean | undefined {
  switch (operator) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    default:
      return undefined;
  }
}

function floating(
  operator: string,
  a: number,
  b: number,
  type: "float" | "double",
): Constant | undefined {
  const results: Readonly<Record<string, number>> = {
    "+": a + b,
    "-": a - b,
    "*": a * b,
    "/": a / b,
    "%": a % b,
  };
  const value = results[operator];
  return value === undefined ? undefined : { kind: "constant", value, type, at: [] };
}

function integral(
  operator: string,
  a: bigint,
  b: bigint,
  type: "int" | "long",
): Constant | undefined {
  const value = exact(operator, a, b);
  if (value === undefined) {
    return undefined;
  }
  const wrapped = BigInt.asIntN(type === "int" ? 32 : 64, value);
  return integer(wrapped, type);
}

function integer(value: bigint, type: "int" | "long"): Constant {
  const isSafe =
    value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER);
  return {
    kind: "constant",
    value: isSafe ? Number(value) : value,
    ...(type === "long" ? { type } : {}),
    at: [],
  };
}

function exact(operator: string, a: bigint, b: bigint): bigint | undefined {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0n ? undefined : a / b;
    case "%":
      return b === 0n ? undefined : a % b;
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "<<":
      return a << (b & 63n);
    case ">>":
      return a >> (b & 63n);
    case ">>>":
      return BigInt.asUintN(a < 0n ? 32 : 64, a) >> (b & 63n);
    default:
      return undefined;
  }
}

function arithmeticOf(constant: Constant): number | bigint | undefined {
  if (constant.type === "char" && typeof constant.value === "string") {
    return constant.value.charCodeAt(0);
  }
  return typeof constant.value === "number" || typeof constant.value === "bigint"
    ? constant.value
    : undefined;
}

function typeOfNumber(constant: Constant): Numeric {
  if (constant.type === "long" || constant.type === "float" || constant.type === "double") {
    return constant.type;
  }
  return typeof constant.value === "bigint"
    ? "long"
    : typeof constant.value === "number" && !Number.isInteger(constant.value)
      ? "double"
      : "int";
}

function widest(one: Numeric, other: Numeric): Numeric {
  const order: readonly Numeric[] = ["int", "long", "float", "double"];
  return order[Math.max(order.indexOf(one), order.indexOf(other))] ?? "int";
}

export function unary(operator: string, value: Value, at: Location): Value {
  switch (operator) {
    case "!":
      return not(value);
    case "-":
      return binary("-", constantOf(0), value, at);
    case "~":
      return binary("^", value, constantOf(-1), at);
    default:
      return value;
  }
}

/** A constant as another number type: an assignment, a cast. */
export function converted(value: Value, type: string): Value {
  if (value.kind === "oneOf") {
    return distribute([value], ([it]) => (it === undefined ? value : converted(it, type)));
  }
  const number = value.kind === "constant" ? arithmeticOf(value) : undefined;
  if (value.kind !== "constant" || number === undefined) {
    return value;
  }
  switch (type) {
    case "int":
    case "java.lang.Integer":
    case "short":
    case "byte":
      return {
        ...integer(BigInt.asIntN(32, BigInt(Math.trunc(Number(number)))), "int"),
        at: value.at,
      };
    case "long":
    case "java.lang.Long":
      return typeof number === "number" && !Number.isFinite(number)
        ? value
        : {
            ...integer(BigInt(typeof number === "bigint" ? number : Math.trunc(number)), "long"),
            at: value.at,
          };
    case "double":
    case "java.lang.Double":
      return { kind: "constant", value: Number(number), type: "double", at: value.at };
    case "float":
    case "java.lang.Float":
      return { kind: "constant", value: Number(number), type: "float", at: value.at };
    case "char":
    case "java.lang.Character":
      return {
        kind: "constant",
        value: String.fromCharCode(Number(number)),
        type: "char",
        at: value.at,
      };
    default:
      return value;
  }
}

/** One side of a branch on a value, or the truth. */
export type Truth =
  | { readonly kind: "known"; readonly value: boolean }
  | {
      readonly kind: "open";
      readonly id: string;
      readonly side: boolean;
      readonly byDefault: boolean | undefined;
    };

/** Whether a condition holds: known, or by which condition its truth is told (`side`: the side of that one where it holds). */
export function truthOf(machine: Machine, value: Value): Truth {
  const it = plain(value);
  if (it.kind === "constant" && typeof it.value === "boolean") {
    return { kind: "known", value: it.value };
  }
  const open = openTruth(machine, it);
  const known = machine.sides.get(open.id);
  return known === undefined ? open : { kind: "known", value: known === open.side };
}

function openTruth(machine: Machine, value: Value): Extract<Truth, { kind: "open" }> {
  const fallback = byDefault(value)?.value;
  const preferred = typeof fallback === "boolean" ? fallback : undefined;
  if (value.kind === "oneOf") {
    const [one, two] = value.values;
    const condition = one?.conditions[0];
    // `true` under one side of a condition and `false` under the other is that condition.
    if (
      value.values.length === 2 &&
      one?.conditions.length === 1 &&
      condition !== undefined &&
      condition.each === undefined &&
      one.value.kind === "constant" &&
      two?.value.kind === "constant" &&
      typeof one.value.value === "boolean" &&
      typeof two.value.value === "boolean" &&
      two.conditions.length === 1 &&
      two.conditions[0]?.id === condition.id
    ) {
      const side = one.value.value ? condition.side : !condition.side;
      return {
        kind: "open",
        id: condition.id,
        side,
        byDefault: condition.byDefault === undefined ? undefined : condition.byDefault === side,
      };
    }
  }
  const key = value.kind === "unknown" ? value.key : undefined;
  if (key === undefined) {
    machine.ids += 1;
    return { kind: "open", id: `?${machine.ids}`, side: true, byDefault: preferred };
  }
  return key.startsWith("!")
    ? { kind: "open", id: key.slice(1), side: false, byDefault: preferred }
    : { kind: "open", id: key, side: true, byDefault: preferred };
}

/** Whether one of the values is true. */
export function anyOf(machine: Machine, values: readonly Value[], at: Location): Value {
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    return only;
  }
  const truths = values.map((it) => ({ value: it, truth: truthOf(machine, it) }));
  if (truths.some((it) => it.truth.kind === "known" && it.truth.value)) {
    return constantOf(true, [at]);
  }
  const open = truths.flatMap(({ value, truth }) =>
    truth.kind === "open" ? [{ value, truth }] : [],
  );
  const [first] = open;
  if (first === undefined) {
    return constantOf(false, [at]);
  }
  return open.length === 1
    ? first.value
    : compoundOf(
        machine,
        "||",
        open.map((it) => it.truth),
        placesOf(open.map((it) => it.value)),
      );
}

/** The truth of several open ones together; both sides of it say what they can of its parts. */
export function compoundOf(
  machine: Machine,
  operator: "&&" | "||",
  parts: readonly Extract<Truth, { kind: "open" }>[],
  at: readonly Location[],
): Unknown {
  const name = operator === "&&" ? "and" : "or";
  const key = `${name}(${parts.map((it) => `${it.side ? "" : "!"}${it.id}`).join(",")})`;
  const isShort = key.length <= maximalKeyLength;
  if (isShort) {
    machine.compounds.set(key, {
      operator,
      parts: parts.map((it) => ({
        id: it.id,
        side: it.side,
        byDefault: it.byDefault === undefined ? undefined : it.byDefault === it.side,
      })),
    });
  }
  const stop = operator === "||";
  const defaults = parts.map((it) => it.byDefault);
  const fallback = defaults.includes(stop)
    ? stop
    : defaults.includes(undefined)
      ? undefined
      : !stop;
  return {
    kind: "unknown",
    reason: "run-time-data",
    ...(fallback === undefined ? {} : { default: constantOf(fallback) }),
    ...(isShort ? { key } : {}),
    at,
  };
}
