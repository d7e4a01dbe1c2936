import type { Location } from "../../text/range.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asList, asMap, noResult, nothing, orElse } from "../modelling/model-help.ts";
import { separatorIn, withPlaceholders } from "../scalars/placeholders.ts";
import {
  constantOf,
  distribute,
  isNull,
  plain,
  sliceOf,
  stringOf,
  textOf,
  unknownOf,
} from "../texts.ts";
import type { Constant, MapValue, Value } from "../value.ts";

const messageFormat = "java.text.MessageFormat";
const substitutors = [
  "org.apache.commons.text.StringSubstitutor",
  "org.apache.commons.text.StrSubstitutor",
  "org.apache.commons.lang3.text.StrSubstitutor",
  "org.apache.commons.lang.text.StrSubstitutor",
];

/** Texts with places for values: `MessageFormat`, and the substitutors of Apache Commons. */
export const textTemplates: Model = {
  id: "text-templates",
  classes: [messageFormat, ...substitutors],
  call(run, call) {
    return call.class === messageFormat ? onMessage(run, call) : onSubstitutor(run, call);
  },
};

/** `MessageFormat.format(pattern, a, b)`, `new MessageFormat(pattern).format(array)` */
function onMessage(run: ModelRun, call: Invocation): Value | undefined {
  const own = asMap(call.receiver);
  if (call.method === "new") {
    return run.newMap(messageFormat, [[constantOf("pattern"), argument(call, 0)]], call.name);
  }
  if (call.method !== "format") {
    return undefined;
  }
  const pattern = own === undefined ? argument(call, 0) : run.entry(own, "pattern");
  const given = own === undefined ? call.arguments.slice(1) : call.arguments;
  const array = given.length === 1 ? asList(given[0]) : undefined;
  const args = array?.class === "[]" ? run.items(array).items.map((it) => it.value) : given;
  return run.branchOf(pattern, (it) => message(run, plain(it), args, call) ?? noResult(call));
}

/** Two quotes are one; what stands in quotes is no place; numbers are grouped by thousands. */
function message(
  run: ModelRun,
  pattern: Value,
  args: readonly Value[],
  call: Invocation,
): Value | undefined {
  if (pattern.kind !== "constant" || typeof pattern.value !== "string") {
    return undefined;
  }
  const parts: Value[] = [];
  let isQuoted = false;
  for (const match of pattern.value.matchAll(/''|'|\{(\d+)\}|\{|[^'{]+/g)) {
    const [all, index] = match;
    const end = match.index + all.length;
    if (all === "''") {
      parts.push(sliceOf(pattern, match.index, match.index + 1));
    } else if (all === "'") {
      isQuoted = !isQuoted;
    } else if (index === undefined || isQuoted) {
      if (all === "{" && !isQuoted) {
        return undefined; // A format of its own: `{0,number}`.
      }
      parts.push(sliceOf(pattern, match.index, end));
    } else {
      const value = args[Number(index)];
      const number = value?.kind === "constant" && typeof value.value === "number";
      if (number && (!Number.isInteger(value.value) || Math.abs(Number(value.value)) > 999)) {
        return undefined; // It depends on the locale.
      }
      parts.push(
        value === undefined ? sliceOf(pattern, match.index, end) : run.text(value, call.name),
      );
    }
  }
  return distribute(parts, textOf);
}

/** `new StringSubstitutor(map, "{", "}").replace(template)`, `StringSubstitutor.replace(template, map)` */
function onSubstitutor(run: ModelRun, call: Invocation): Value | undefined {
  const own = asMap(call.receiver);
  const [first, second, third, fourth] = call.arguments;
  if (call.receiver === undefined) {
    switch (call.method) {
      case "new":
        return first?.kind === "map" ? substitutor(run, call, [first, second, third]) : undefined;
      case "replace":
        return second?.kind === "map" && first !== undefined
          ? replaced(run, substitutor(run, call, [second, third, fourth]), first, call.name)
          : undefined;
      default:
        return undefined;
    }
  }
  if (own === undefined) {
    return undefined;
  }
  switch (call.method) {
    case "replace":
      return call.arguments.length === 1 && first !== undefined
        ? replaced(run, own, first, call.name)
        : noResult(call);
    case "setVariablePrefix":
    case "setVariableSuffix":
      run.put(
        own,
        constantOf(call.method.slice(11).toLowerCase()),
        run.text(argument(call, 0), call.name),
      );
      return own;
    case "setEnableUndefinedVariableException":
      run.put(own, constantOf("strict"), argument(call, 0));
      return own;
    case "setEscapeChar":
    case "setPreserveEscapes":
    case "setDisableSubstitutionInValues":
      return nothing(call);
    default:
      return noResult(call);
  }
}

function substitutor(
  run: ModelRun,
  call: Invocation,
  [values, prefix, suffix]: readonly (Value | undefined)[],
): MapValue {
  return run.newMap(
    call.class,
    [
      [constantOf("values"), values ?? constantOf(null)],
      [constantOf("prefix"), prefix ?? constantOf("${")],
      [constantOf("suffix"), suffix ?? constantOf("}")],
    ],
    call.name,
  );
}

function replaced(run: ModelRun, own: MapValue, template: Value, at: Location, depth = 0): Value {
  const values = asMap(run.entry(own, "values"));
  const open = stringOf(run.entry(own, "prefix"));
  const close = stringOf(run.entry(own, "suffix"));
  if (values === undefined || open === undefined || close === undefined || depth > 10) {
    return unknownOf("run-time-data", [at], "a text that a substitutor makes");
  }
  const lookup = (inside: Constant): Value | undefined => {
    const text = String(inside.value);
    const separator = separatorIn(text, ":-");
    const name = separator === -1 ? text : text.slice(0, separator);
    const fallback =
      separator === -1
        ? undefined
        : replaced(run, own, sliceOf(inside, separator + 2, text.length), at, depth + 1);
    const value = run.entry(values, name);
    const found = isNull(value)
      ? fallback
      : fallback === undefined
        ? value
        : orElse(run, value, at, () => fallback);
    return found === undefined ? undefined : replaced(run, own, run.text(found, at), at, depth + 1);
  };
  return run.branchOf(template, (it) => withPlaceholders(it, lookup, { open, close }));
}
