import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { constantOf, distribute, plain, sliceOf, textOf, unknownOf } from "../texts.ts";
import type { Constant, Value } from "../value.ts";

/** `String.format` as `java.util.Formatter` does it, for the conversions that names and SQL use; else that stretch is unknown. */
export function formatted(
  run: ModelRun,
  pattern: Value,
  args: readonly Value[],
  at: Location,
): Value {
  // `String.format(locale, pattern, …)`: a locale is no text.
  const [first, ...rest] = args;
  if (pattern.kind === "object" && first !== undefined) {
    return formatted(run, first, rest, at);
  }
  return distribute([pattern], ([it]) => {
    const own = plain(it ?? pattern);
    if (own.kind === "constant" && typeof own.value === "string") {
      return distribute(partsOf(run, own, args, at), textOf);
    }
    if (own.kind !== "text") {
      return unknownOf(
        own.kind === "unknown" ? own.reason : "run-time-data",
        [at],
        "a text whose pattern is not known",
      );
    }
    let used = 0;
    const parts = own.parts.flatMap((part) => {
      if (part.kind !== "constant") {
        return [part];
      }
      const found = partsOf(run, part, args.slice(used), at);
      used += (String(part.value).match(/%[^%n]/g) ?? []).length;
      return found;
    });
    return distribute(parts, textOf);
  });
}

const specifier = /%(?:(\d+)\$)?([-#+ 0,(<]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

function partsOf(
  run: ModelRun,
  pattern: Constant,
  args: readonly Value[],
  at: Location,
): readonly Value[] {
  const text = String(pattern.value);
  const result: Value[] = [];
  let end = 0;
  let next = 0;
  for (const match of text.matchAll(specifier)) {
    const [whole, position, flags = "", width, precision, conversion = ""] = match;
    result.push(sliceOf(pattern, end, match.index));
    end = match.index + whole.length;
    if (conversion === "n") {
      result.push(constantOf("\n", pattern.at));
    } else if (conversion === "%") {
      result.push(constantOf("%", pattern.at));
    } else {
      const index =
        position === undefined ? (flags.includes("<") ? next - 1 : next++) : Number(position) - 1;
      const argument = args[index];
      if (argument === undefined) {
        run.throws("java.util.MissingFormatArgumentException", `Format specifier '${whole}'`, at);
      } else {
        const options = {
          flags,
          width: width === undefined ? undefined : Number(width),
          precision: precision === undefined ? undefined : Number(precision),
          conversion,
        };
        result.push(
          distribute([run.text(argument, at)], ([it]) =>
            it === undefined ? argument : converted(run, it, options, at),
          ),
        );
      }
    }
  }
  result.push(sliceOf(pattern, end, text.length));
  return result;
}

interface Options {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly conversion: string;
}

function converted(run: ModelRun, value: Value, options: Options, at: Location): Value {
  const own = plain(value);
  const isPlain =
    options.width === undefined && options.precision === undefined && options.flags === "";
  if (own.kind !== "constant") {
    return /[sd]/.test(options.conversion) && isPlain
      ? own
      : own.kind === "input"
        ? own
        : unknownOf("run-time-data", [at]);
  }
  const text = convertedText(own, options);
  if (text === undefined) {
    return typeof own.value === "string" && /[dfxX]/.test(options.conversion) && own.type !== "char"
      ? run.throws(
          "java.util.IllegalFormatConversionException",
          `${options.conversion} != java.lang.String`,
          at,
        )
      : unknownOf("unsupported", [at]);
  }
  // An untouched text keeps its places.
  return text === own.value ? own : constantOf(text, own.at);
}

function convertedText(
  constant: Constant,
  { flags, width, precision, conversion }: Options,
): string | undefined {
  const { value } = constant;
  const isNumber = typeof value === "number" || typeof value === "bigint";
  let text: string | undefined;
  switch (conversion) {
    case "s":
    case "S":
      text = String(value);
      text = precision === undefined ? text : text.slice(0, precision);
      break;
    case "d":
      text = isNumber ? String(value) : undefined;
      if (text !== undefined && flags.includes(",")) {
        text = text.replace(/\B(?=(\d{3})+$)/g, ",");
      }
      break;
    case "f":
      text = isNumber ? fixed(Number(value), precision ?? 6) : undefined;
      break;
    case "x":
    case "X":
      text = isNumber && value >= 0 ? value.toString(16) : undefined;
      break;
    case "b":
    case "B":
      text = String(typeof value === "boolean" ? value : value !== null);
      break;
    case "c":
      text = String(value);
      break;
    default:
      return undefined;
  }
  if (text === undefined) {
    return undefined;
  }
  const cased = /[A-Z]/.test(conversion) ? text.toUpperCase() : text;
  if (width === undefined) {
    return cased;
  }
  return flags.includes("-")
    ? cased.padEnd(width)
    : cased.padStart(width, flags.includes("0") ? "0" : " ");
}

/** Rounds half up what the number's shortest digits say, as Java does: 1.005 with two places is 1.01. */
function fixed(value: number, places: number): string {
  const digits = String(Math.abs(value));
  if (digits.includes("e") || !Number.isFinite(value)) {
    return value.toFixed(places);
  }
  const [whole = "0", fraction = ""] = digits.split(".");
  const kept = whole + fraction.slice(0, places).padEnd(places, "0");
  const isUp = (fraction[places] ?? "0") >= "5";
  const rounded = String(BigInt(kept) + (isUp ? 1n : 0n)).padStart(places + 1, "0");
  const sign = value < 0 ? "-" : "";
  return places === 0
    ? sign + rounded
    : `${sign}${rounded.slice(0, -places)}.${rounded.slice(-places)}`;
}
