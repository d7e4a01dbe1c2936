import type { Invocation, ModelRun } from "../model.ts";
import { distribute, plain, unknownOf } from "../texts.ts";
import type { Constant, Value } from "../value.ts";

/** A text read as a number or truth (`Integer.parseInt`); an input stays the input, with its default read so. */
export function parsedNumber(
  run: ModelRun,
  value: Value,
  type: string,
  call: Pick<Invocation, "name">,
): Value {
  return distribute([value], ([it]) => {
    const own = it ?? value;
    if (own.kind === "input" && own.given === undefined) {
      return own.default === undefined
        ? own
        : { ...own, default: parsedNumber(run, own.default, type, call) };
    }
    const known = plain(own);
    if (known.kind !== "constant") {
      return known.kind === "unknown" ? known : unknownOf("run-time-data", [call.name]);
    }
    if (known.value === null || typeof known.value !== "string") {
      return known.value === null
        ? run.throws("java.lang.NumberFormatException", "null", call.name)
        : known;
    }
    const parsed = parse(known.value, type);
    return parsed === undefined
      ? run.throws(
          "java.lang.NumberFormatException",
          `For input string: "${known.value}"`,
          call.name,
        )
      : { ...parsed, at: known.at };
  });
}

function parse(text: string, type: string): Constant | undefined {
  switch (type) {
    case "boolean":
      return { kind: "constant", value: text.toLowerCase() === "true", at: [] };
    case "double":
    case "float": {
      const value = Number(text.trim().replace(/[fFdD]$/, ""));
      return text.trim() === "" || Number.isNaN(value)
        ? undefined
        : { kind: "constant", value, type, at: [] };
    }
    default: {
      if (!/^[-+]?\d+$/.test(text)) {
        return undefined;
      }
      const exact = BigInt(text.replace(/^\+/, ""));
      const isLong = type === "long";
      const bits = isLong ? 64 : 32;
      if (BigInt.asIntN(bits, exact) !== exact) {
        return undefined;
      }
      const isSafe =
        exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER);
      return {
        kind: "constant",
        value: isSafe ? Number(exact) : exact,
        ...(isLong ? { type: "long" as const } : {}),
        at: [],
      };
    }
  }
}
