import { constantOf, distribute } from "../texts.ts";
import type { Constant, Value } from "../value.ts";

type Numeric = "int" | "long" | "float" | "double";

/** What an operator makes of two constants; undefined where Java's rules are not known for them. */
export function calculate(operator: string, one: Constant, other: Constant): Constant | undefined {
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

/** The number that Java calculates with, of a number or a char. */
export function arithmeticOf(constant: Constant): number | bigint | undefined {
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
    case "byte": {
      const bits = type === "short" ? 16 : type === "byte" ? 8 : 32;
      return {
        ...integer(BigInt.asIntN(bits, BigInt(Math.trunc(Number(number)))), "int"),
        at: value.at,
      };
    }
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
