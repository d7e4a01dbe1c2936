import type { Location } from "../../text/range.ts";
import { byDefault, constantOf, distribute, placesOf, plain, unknownOf } from "../texts.ts";
import type { Value } from "../value.ts";
import { calculate } from "./arithmetic.ts";
import { derived } from "./derived.ts";
import { equal } from "./equality.ts";

/** `!value`. */
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

/** A unary operator. */
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
