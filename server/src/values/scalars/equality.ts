import type { Location } from "../../text/range.ts";
import {
  byDefault,
  constantOf,
  distribute,
  isNull,
  isSame,
  keyOf,
  plain,
  unknownOf,
} from "../texts.ts";
import type { Constant, Value } from "../value.ts";
import { arithmeticOf } from "./arithmetic.ts";
import { derived } from "./derived.ts";

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
    case "input": {
      const instead = value.given ?? value.default;
      const isOpen =
        instead === undefined || instead.kind === "input" || instead.kind === "unknown";
      if (!isOpen) {
        return constantOf(isNull(instead), [at]);
      }
      const known = byDefault(value);
      return {
        kind: "unknown",
        reason: "run-time-data",
        ...(known === undefined ? {} : { default: constantOf(known.value === null) }),
        key: `null(${value.input}:${value.key}${instead === undefined ? "" : `,${keyOf(instead)}`})`,
        at: value.at,
      };
    }
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
