import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, noResult } from "../modelling/model-help.ts";
import { converted } from "../scalars/arithmetic.ts";
import { equal } from "../scalars/equality.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { binary } from "../scalars/operators.ts";
import { constantOf, distribute, numberOf, plain, stringOf, textOf } from "../texts.ts";
import type { Value } from "../value.ts";

/** Integer, Long, Boolean and the like, and Math. */
export const numbers: Model = {
  id: "numbers",
  classes: [
    "java.lang.Integer",
    "java.lang.Long",
    "java.lang.Short",
    "java.lang.Byte",
    "java.lang.Double",
    "java.lang.Float",
    "java.lang.Boolean",
    "java.lang.Character",
    "java.lang.Number",
    "java.lang.Math",
  ],
  call(run, call) {
    return call.receiver === undefined ? ofClass(run, call) : onNumber(run, call, call.receiver);
  },
  get(_run, className, field, at) {
    const value = limits[`${className.slice(className.lastIndexOf(".") + 1)}.${field}`];
    return value === undefined
      ? undefined
      : className.endsWith("Long")
        ? { kind: "constant", value, type: "long", at: [at] }
        : constantOf(value, [at]);
  },
};

const limits: Readonly<Record<string, number | bigint | boolean>> = {
  "Integer.MAX_VALUE": 2147483647,
  "Integer.MIN_VALUE": -2147483648,
  "Long.MAX_VALUE": 9223372036854775807n,
  "Long.MIN_VALUE": -9223372036854775808n,
  "Boolean.TRUE": true,
  "Boolean.FALSE": false,
};

function ofClass(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  const type = call.class
    .slice(call.class.lastIndexOf(".") + 1)
    .toLowerCase()
    .replace("integer", "int");
  switch (call.method) {
    case "parseInt":
    case "parseLong":
    case "parseDouble":
    case "parseFloat":
    case "parseBoolean":
    case "parseShort":
    case "valueOf":
    case "new":
      if (call.arguments.length > 1) {
        return inRadix(call, first);
      }
      return type === "character" ? first : converted(parsedNumber(run, first, type, call), type);
    case "toString":
      // `Double.toString(2)` widens its argument first: "2.0".
      return distribute([run.text(converted(first, type), call.name)], textOf);
    case "getInteger":
    case "getBoolean":
    case "getLong":
      return undefined;
    case "sum":
      return binary("+", first, argument(call, 1), call.name);
    case "toHexString":
    case "toBinaryString":
    case "toOctalString":
      return inBase(call);
    case "floorMod":
    case "floorDiv":
    case "max":
    case "min":
    case "abs":
    case "ceil":
    case "floor":
    case "round":
    case "pow":
      return calculated(call);
    case "compare": {
      const [one, other] = [first, argument(call, 1)].map((it) => numberOf(plain(it)));
      return one === undefined || other === undefined
        ? noResult(call)
        : constantOf(Math.sign(one - other), [call.name]);
    }
    case "isDigit":
    case "isLetter":
    case "isWhitespace":
    case "isUpperCase":
    case "isLowerCase":
    case "isLetterOrDigit":
    case "isAlphabetic":
    case "isSpaceChar":
    case "isJavaIdentifierStart":
    case "isJavaIdentifierPart":
      return testedCharacter(call);
    case "getNumericValue": {
      const digit = stringOf(plain(first));
      return digit !== undefined && /^\d$/.test(digit)
        ? constantOf(Number(digit), [call.name])
        : noResult(call);
    }
    case "toUpperCase":
    case "toLowerCase":
      return type === "character"
        ? distribute([first], ([it]) => {
            const value = plain(it ?? first);
            return value.kind === "constant"
              ? {
                  ...value,
                  value:
                    call.method === "toUpperCase"
                      ? String(value.value).toUpperCase()
                      : String(value.value).toLowerCase(),
                }
              : noResult(call);
          })
        : undefined;
    default:
      return undefined;
  }
}

function calculated(call: Invocation): Value {
  const [a, b] = call.arguments.map((it) => numberOf(it));
  if (a === undefined || (call.arguments.length > 1 && b === undefined)) {
    return noResult(call);
  }
  const second = b ?? 0;
  const results: Readonly<Record<string, number>> = {
    floorMod: second === 0 ? Number.NaN : ((a % second) + second) % second,
    floorDiv: Math.floor(a / second),
    max: Math.max(a, second),
    min: Math.min(a, second),
    abs: Math.abs(a),
    ceil: Math.ceil(a),
    floor: Math.floor(a),
    round: Math.round(a),
    pow: a ** second,
  };
  const value = results[call.method];
  const isDouble = /^(ceil|floor|pow)$/.test(call.method);
  return value === undefined
    ? noResult(call)
    : isDouble
      ? { kind: "constant", value, type: "double", at: [call.name] }
      : constantOf(value, [call.name]);
}

/** `parseInt(text, radix)` */
function inRadix(call: Invocation, text: Value): Value {
  const [own, radix] = [plain(text), numberOf(argument(call, 1))];
  const number =
    own.kind === "constant" && radix !== undefined
      ? parseInt(String(own.value), radix)
      : Number.NaN;
  return Number.isNaN(number) ? noResult(call) : constantOf(number, [call.name]);
}

/** Of a number that is not negative: the others depend on its type. */
function inBase(call: Invocation): Value {
  const number = numberOf(plain(argument(call, 0)));
  const base = { toHexString: 16, toBinaryString: 2, toOctalString: 8 }[call.method];
  return number === undefined || base === undefined || !Number.isInteger(number) || number < 0
    ? noResult(call)
    : constantOf(number.toString(base), [call.name]);
}

function testedCharacter(call: Invocation): Value {
  const value = plain(argument(call, 0));
  if (value.kind !== "constant" || typeof value.value !== "string") {
    return noResult(call);
  }
  const patterns: Readonly<Record<string, RegExp>> = {
    isDigit: /^\d$/,
    isLetter: /^\p{L}$/u,
    isWhitespace: /^\s$/,
    isUpperCase: /^\p{Lu}$/u,
    isLowerCase: /^\p{Ll}$/u,
    isLetterOrDigit: /^[\p{L}\p{Nd}]$/u,
    isAlphabetic: /^\p{Alphabetic}$/u,
    isSpaceChar: /^\p{Z}$/u,
    isJavaIdentifierStart: /^[\p{L}\p{Nl}\p{Sc}\p{Pc}]$/u,
    isJavaIdentifierPart: /^[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}]$/u,
  };
  return constantOf(patterns[call.method]?.test(value.value) === true, [call.name]);
}

function onNumber(run: ModelRun, call: Invocation, receiver: Value): Value | undefined {
  if (
    receiver.kind !== "constant" ||
    (typeof receiver.value === "string" && receiver.type !== "char")
  ) {
    return undefined;
  }
  switch (call.method) {
    case "intValue":
      return converted(receiver, "int");
    case "longValue":
      return converted(receiver, "long");
    case "doubleValue":
      return converted(receiver, "double");
    case "booleanValue":
    case "charValue":
      return receiver;
    case "toString":
      return distribute([run.text(receiver, call.name)], textOf);
    case "equals":
      return equal(receiver, argument(call, 0), call.name);
    case "compareTo":
      return binary("-", receiver, argument(call, 0), call.name);
    default:
      return undefined;
  }
}
