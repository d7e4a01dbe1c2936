import type { Location } from "../../../text/range.ts";
import type { ModelRun } from "../../model.ts";
import { orElse } from "../../modelling/model-help.ts";
import { constantOf, isNull, plain, sliceOf, stringOf, unknownOf } from "../../texts.ts";
import type { Constant, Value } from "../../value.ts";
import { propertyOf, resolved, type SpringEnvironment } from "./environment.ts";

interface Reading {
  readonly run: ModelRun;
  readonly environment: SpringEnvironment;
  readonly at: Location;
}

/** The text of `@Value`: its placeholders replaced, then `#{...}` computed where it is plain. */
export function expressionValue(
  run: ModelRun,
  environment: SpringEnvironment,
  text: Value,
  at: Location,
): Value {
  const reading = { run, environment, at };
  const written = stringOf(text) ?? "";
  const inside = insideOf(text);
  if (inside !== undefined) {
    return computed(reading, inside);
  }
  const value = resolved(run, environment, text, at);
  return /^\$\{/.test(written) ? withDefaultComputed(reading, value) : refused(reading, value);
}

/** `${key:#{null}}` */
function withDefaultComputed(reading: Reading, value: Value): Value {
  if (value.kind === "input" && value.default !== undefined) {
    const fallback = withDefaultComputed(reading, value.default);
    return { ...value, default: isNull(fallback) ? undefined : fallback };
  }
  return reading.run.branchOf(value, (it) => {
    const inside = insideOf(it);
    return inside === undefined ? refused(reading, it) : computed(reading, inside);
  });
}

function refused({ at }: Reading, value: Value): Value {
  return stringOf(value)?.includes("#{") === true ? unsupported(at) : value;
}

/** What stands in the braces of a text that is `#{...}` as a whole. */
function insideOf(text: Value): Constant | undefined {
  const constant = plain(text);
  const match = /^#\{([\s\S]*)\}$/.exec(stringOf(constant) ?? "");
  return match === null || constant.kind !== "constant" || match[1]?.includes("#{")
    ? undefined
    : sliceOf(constant, 2, match[0].length - 1);
}

function computed(reading: Reading, expression: Constant): Value {
  const { run, environment, at } = reading;
  const whole = String(expression.value);
  const start = whole.length - whole.trimStart().length;
  const text = whole.trim();
  const part = (from: number, to = text.length) => sliceOf(expression, start + from, start + to);
  const elvis = topLevel(text, "?:");
  if (elvis !== -1) {
    return orElse(run, computed(reading, part(0, elvis)), at, () =>
      computed(reading, part(elvis + 2)),
    );
  }
  if (/^'[^']*'$/.test(text)) {
    return resolved(run, environment, part(1, text.length - 1), at);
  }
  if (/^(null|true|false|-?\d+)$/.test(text)) {
    return constantOf(JSON.parse(text), expression.at);
  }
  const [, source, key] = lookups.exec(text) ?? [];
  if (source !== undefined && key !== undefined) {
    return source === "environment"
      ? (propertyOf(run, environment, key, at) ?? run.input("property", key, undefined, at))
      : run.input(
          source === "systemProperties" ? "system-property" : "environment",
          key,
          undefined,
          at,
        );
  }
  const [called, method = "", args = ""] = /\.(\w+)\(\s*((?:'[^']*')?)\s*\)$/.exec(text) ?? [];
  if (called !== undefined && text.startsWith("'")) {
    const receiver = computed(reading, part(0, text.length - called.length));
    const given = args === "" ? [] : [constantOf(args.slice(1, -1), expression.at)];
    return receiver.kind === "unknown" ? receiver : run.invoke(receiver, method, given, at);
  }
  return unsupported(at);
}

const lookups =
  /^(systemProperties|systemEnvironment|environment)(?:\.getProperty\(\s*|\[\s*)'([^']+)'\s*[\])]$/;

/** Where an operator stands outside of texts. */
function topLevel(text: string, operator: string): number {
  let isText = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "'") {
      isText = !isText;
    } else if (!isText && text.startsWith(operator, index)) {
      return index;
    }
  }
  return -1;
}

function unsupported(at: Location): Value {
  return unknownOf("unsupported", [at], "an expression of Spring");
}
