import { formatted } from "../format.ts";
import { joined } from "../joining.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asList, noResult, onTexts } from "../model-help.ts";
import { derived, equal, not } from "../operators.ts";
import {
  byDefault,
  constantOf,
  distribute,
  isNull,
  javaText,
  numberOf,
  placesOf,
  plain,
  sliceOf,
  stringOf,
  textOf,
  unknownOf,
} from "../texts.ts";
import type { Constant, Text, Value } from "../value.ts";

/** `String`, `StringBuilder`, `StringJoiner` and the string helpers of Commons Lang. */
export const strings: Model = {
  id: "strings",
  classes: [
    "kind:text",
    "kind:unknown",
    "java.lang.String",
    "java.lang.CharSequence",
    "java.util.StringJoiner",
    "org.apache.commons.lang3.StringUtils",
    "org.apache.commons.lang.StringUtils",
    "org.apache.flink.util.StringUtils",
    "com.google.common.base.Strings",
  ],
  call(run, call) {
    if (call.receiver === undefined) {
      return isHelper(call.class) ? helper(run, call) : ofClass(run, call);
    }
    const receiver = plain(call.receiver);
    if (receiver.kind === "unknown") {
      return onUnknown(call, receiver);
    }
    if (receiver.kind !== "constant" && receiver.kind !== "text" && receiver.kind !== "input") {
      return undefined;
    }
    return onText(run, call, receiver);
  },
};

function isHelper(className: string): boolean {
  return className.endsWith("StringUtils") || className.endsWith(".Strings");
}

function ofClass(run: ModelRun, call: Invocation): Value | undefined {
  const first = call.arguments[0];
  switch (call.method) {
    case "format":
      return formatted(run, first ?? noResult(call), variable(run, call, 1), call.name);
    case "valueOf":
    case "copyValueOf":
    case "new":
      // A number made text is text from there on: `String.valueOf(7) + 1` is "71".
      return first === undefined
        ? constantOf("", [call.name])
        : distribute([run.text(first, call.name)], textOf);
    case "join":
      return joined(run, call, argument(call, 0), call.arguments.slice(1));
    default:
      return undefined;
  }
}

const textMethods =
  /^(startsWith|endsWith|equals|equalsIgnoreCase|substring|replace|replaceAll|replaceFirst|trim|strip|toLowerCase|toUpperCase|toString|concat|isEmpty|isBlank|length|indexOf|charAt|matches|intern)$/;

/** A value that may be a text: what is made of it is told by its key. */
function onUnknown(call: Invocation, receiver: Value): Value | undefined {
  if (!textMethods.test(call.method) || receiver.kind !== "unknown") {
    return undefined;
  }
  return call.method === "toString" || call.method === "intern"
    ? receiver
    : derived(
        [receiver, ...call.arguments.map((it) => plain(it))],
        call.method,
        call.name,
        () => undefined,
      );
}

/** `format(pattern, a, b)` and `format(pattern, array)`. */
function variable(run: ModelRun, call: Invocation, from: number): readonly Value[] {
  const rest = call.arguments.slice(from);
  const [only] = rest;
  const array = rest.length === 1 ? asList(only) : undefined;
  return array?.class === "[]" ? run.items(array).items.map((it) => it.value) : rest;
}

function onText(run: ModelRun, call: Invocation, receiver: Value): Value | undefined {
  const first = call.arguments[0];
  switch (call.method) {
    case "toString":
    case "strip":
    case "trim":
    case "intern":
    case "toLowerCase":
    case "toUpperCase":
    case "stripLeading":
    case "stripTrailing":
    case "stripIndent":
    case "translateEscapes":
    case "repeat":
    case "substring":
    case "subSequence":
    case "replace":
    case "replaceAll":
    case "replaceFirst":
      return changed(run, call, receiver);
    case "concat":
      return first === undefined
        ? undefined
        : distribute([receiver, run.text(first, call.name)], textOf);
    case "formatted":
      return formatted(run, receiver, variable(run, call, 0), call.name);
    case "equals":
    case "contentEquals":
      return first === undefined ? undefined : equalTexts(receiver, first, call);
    case "equalsIgnoreCase":
    case "startsWith":
    case "endsWith":
    case "contains":
    case "matches":
      return first === undefined ? undefined : tested(receiver, first, call);
    case "isEmpty":
    case "isBlank":
      return emptiness(receiver, call);
    case "length":
      return receiver.kind === "constant"
        ? constantOf(String(receiver.value).length, receiver.at)
        : derived([receiver], "length", call.name, ([it]) =>
            it === undefined ? undefined : constantOf(String(it.value).length),
          );
    case "indexOf":
    case "lastIndexOf":
    case "compareTo":
    case "charAt":
    case "hashCode":
      return measured(run, call, receiver);
    case "split":
      return split(run, call, receiver);
    case "lines":
      return receiver.kind === "constant"
        ? run.newList("java.util.stream.Stream", linesOf(receiver), call.name)
        : undefined;
    case "chars":
    case "getBytes":
    case "toCharArray":
      return receiver;
    case "name":
      return receiver;
    case "intValue":
    case "longValue":
    case "doubleValue":
    case "booleanValue":
    case "floatValue":
      return call.class.startsWith("java.lang.") ? receiver : undefined;
    default:
      return undefined;
  }
}

/** A text made of a text: with holes, stretch by stretch as far as that is the same; of an input, the input with its default changed. */
function changed(run: ModelRun, call: Invocation, receiver: Value): Value {
  return distribute([receiver, ...call.arguments], ([value, ...args]) => {
    const own = plain(value ?? receiver);
    const plainArguments = args.map((it) => plain(it));
    if (own.kind === "constant") {
      return (
        changedConstant(run, call, own, plainArguments) ??
        derived([own, ...plainArguments], call.method, call.name, () => undefined)
      );
    }
    if (own.kind === "input") {
      const fallback =
        own.default === undefined
          ? undefined
          : changed(run, { ...call, arguments: args }, own.default);
      return { ...own, default: fallback };
    }
    if (own.kind === "text" && separable.has(call.method)) {
      return changedParts(run, call, own, plainArguments);
    }
    return derived([own, ...plainArguments], call.method, call.name, ([it, ...constants]) =>
      it === undefined ? undefined : changedConstant(run, call, it, constants),
    );
  });
}

/** What can be done to each stretch of a text alone. */
const separable = new Set([
  "toString",
  "intern",
  "toLowerCase",
  "toUpperCase",
  "replace",
  "trim",
  "strip",
  "stripLeading",
  "stripTrailing",
  "stripIndent",
]);

function changedParts(run: ModelRun, call: Invocation, text: Text, args: readonly Value[]): Value {
  const isTrim = call.method === "trim" || call.method.startsWith("strip");
  return textOf(
    text.parts.map((it, index): Value => {
      if (it.kind !== "constant") {
        return it;
      }
      if (isTrim) {
        const isFirst = index === 0 && call.method !== "stripTrailing";
        const isLast = index === text.parts.length - 1 && call.method !== "stripLeading";
        return trimmed(it, isFirst, isLast);
      }
      return changedConstant(run, call, it, args) ?? it;
    }),
  );
}

function trimmed(constant: Constant, isStart: boolean, isEnd: boolean): Constant {
  const text = String(constant.value);
  const start = isStart ? text.length - text.trimStart().length : 0;
  const end = isEnd ? text.trimEnd().length : text.length;
  // Of blanks alone nothing is left.
  return sliceOf(constant, start, Math.max(start, end));
}

function changedConstant(
  run: ModelRun,
  call: Invocation,
  constant: Constant,
  args: readonly Value[],
): Constant | undefined {
  const text = javaText(constant.value, constant.type);
  const [first, second] = args;
  const from = numberOf(first);
  const to = second === undefined ? text.length : numberOf(second);
  switch (call.method) {
    case "toString":
    case "intern":
    case "translateEscapes":
      return typeof constant.value === "string" && constant.type === undefined
        ? constant
        : constantOf(text, constant.at);
    case "trim":
    case "strip":
      return trimmed(constant, true, true);
    case "stripLeading":
      return trimmed(constant, true, false);
    case "stripTrailing":
      return trimmed(constant, false, true);
    case "stripIndent":
      return { ...constant, value: withoutIndentation(text) };
    case "toLowerCase":
    case "toUpperCase": {
      const changedText = call.method === "toLowerCase" ? text.toLowerCase() : text.toUpperCase();
      return changedText.length === text.length
        ? { ...constant, value: changedText }
        : constantOf(changedText, constant.at);
    }
    case "repeat":
      return from === undefined || from < 0 || from * text.length > 100_000
        ? undefined
        : constantOf(text.repeat(from), constant.at);
    case "substring":
    case "subSequence":
      if (from === undefined || to === undefined) {
        return undefined;
      }
      return from < 0 || to > text.length || from > to
        ? run.throws(
            "java.lang.StringIndexOutOfBoundsException",
            `begin ${from}, end ${to}, length ${text.length}`,
            call.name,
          )
        : sliceOf(constant, from, to);
    case "replace":
      return replaced(constant, textOfConstant(first), second);
    case "replaceAll":
    case "replaceFirst":
      return replacedPattern(call.method, constant, stringOf(first), stringOf(second));
    default:
      return undefined;
  }
}

function textOfConstant(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}

/** Each stretch between keeps its places. */
function replaced(
  constant: Constant,
  target: string | undefined,
  by: Value | undefined,
): Constant | undefined {
  const text = String(constant.value);
  if (target === undefined || by?.kind !== "constant" || typeof by.value !== "string") {
    return undefined;
  }
  if (target === "") {
    return constantOf(text.replaceAll(target, by.value), constant.at);
  }
  const parts: Constant[] = [];
  let start = 0;
  for (let at = text.indexOf(target); at !== -1; at = text.indexOf(target, start)) {
    parts.push(sliceOf(constant, start, at), {
      kind: "constant",
      value: by.value,
      at: by.at,
      ...(by.pieces === undefined ? {} : { pieces: by.pieces }),
    });
    start = at + target.length;
  }
  if (parts.length === 0) {
    return constant;
  }
  const result = textOf([...parts, sliceOf(constant, start, text.length)]);
  return result.kind === "constant" ? result : undefined;
}

/** Only patterns that mean themselves and simple classes are tried: what Java's differ in from JavaScript's stays unknown. */
function replacedPattern(
  method: string,
  constant: Constant,
  pattern: string | undefined,
  by: string | undefined,
): Constant | undefined {
  if (pattern === undefined || by === undefined || by.includes("$") || by.includes("\\")) {
    return undefined;
  }
  const expression = simplePattern(pattern, method === "replaceAll" ? "g" : "");
  return expression === undefined
    ? undefined
    : constantOf(
        String(constant.value).replace(expression, () => by),
        constant.at,
      );
}

/** A pattern of literal characters, escapes, classes and single repetitions: no nesting, so that it runs in linear time. */
function simplePattern(pattern: string, flags: string): RegExp | undefined {
  const isSimple =
    /^\^?(?:(?:[^\\()[\]{}.*+?^$|]|\\[sdwSDWnrt.\-$^*+?|(){}[\]\\/"]|\[\^?(?:[^\\[\]&]|\\[sdwnrt.\-\\/])+\]|\.)[*+?]?)*\$?$/.test(
      pattern,
    );
  const repetitions =
    pattern
      .replace(/\\./g, "")
      .replace(/\[[^\]]*\]/g, "")
      .match(/[*+]/g)?.length ?? 0;
  if (!isSimple || repetitions > 2 || pattern.length > 200) {
    return undefined;
  }
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

function withoutIndentation(text: string): string {
  const lines = text.split("\n");
  const indents = lines
    .filter((it, index) => it.trim() !== "" || index === lines.length - 1)
    .map((it) => it.length - it.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((it) => it.slice(indent).trimEnd()).join("\n");
}

function equalTexts(receiver: Value, other: Value, call: Invocation): Value {
  // An object of a library never equals a text.
  return distribute([receiver, other], ([one, two]) => {
    const [a, b] = [plain(one ?? receiver), plain(two ?? other)];
    if (isNull(b)) {
      return constantOf(false, [call.name]);
    }
    const same = a.kind === "text" || b.kind === "text" ? mayEqual(a, b) : undefined;
    return same === false ? constantOf(false, [call.name]) : equal(a, b, call.name);
  });
}

/** False where a constant stretch at the beginning or end tells them apart. */
function mayEqual(one: Value, other: Value): boolean | undefined {
  const [text, constant] = one.kind === "text" ? [one, other] : [other, one];
  if (text.kind !== "text" || constant.kind !== "constant" || typeof constant.value !== "string") {
    return undefined;
  }
  const first = text.parts[0];
  const last = text.parts[text.parts.length - 1];
  const starts = first?.kind !== "constant" || constant.value.startsWith(String(first.value));
  const ends = last?.kind !== "constant" || constant.value.endsWith(String(last.value));
  return starts && ends ? undefined : false;
}

function tested(receiver: Value, other: Value, call: Invocation): Value {
  return distribute([receiver, other], ([one, two]) => {
    const [a, b] = [plain(one ?? receiver), plain(two ?? other)];
    if (isNull(b) && call.method === "equalsIgnoreCase") {
      return constantOf(false, [call.name]);
    }
    const known = a.kind === "text" ? testedPart(call.method, a, b) : undefined;
    if (known !== undefined) {
      return constantOf(known, [call.name]);
    }
    if (a.kind === "constant" && b.kind === "constant") {
      const result = test(
        call.method,
        String(a.value),
        b.value === null ? undefined : String(b.value),
      );
      if (result !== undefined) {
        return constantOf(result, [call.name]);
      }
    }
    return derived([a, b], call.method, call.name, ([x, y]) => {
      const result =
        x === undefined || y === undefined || x.value === null || y.value === null
          ? undefined
          : test(call.method, String(x.value), String(y.value));
      return result === undefined ? undefined : constantOf(result);
    });
  });
}

function testedPart(method: string, text: Text, other: Value): boolean | undefined {
  const wanted = textOfConstant(other);
  const part =
    method === "startsWith"
      ? text.parts[0]
      : method === "endsWith"
        ? text.parts[text.parts.length - 1]
        : undefined;
  if (wanted === undefined) {
    return undefined;
  }
  if (method === "contains") {
    return text.parts.some((it) => it.kind === "constant" && String(it.value).includes(wanted))
      ? true
      : undefined;
  }
  if (part?.kind !== "constant") {
    return undefined;
  }
  const known = String(part.value);
  if (known.length >= wanted.length) {
    return method === "startsWith" ? known.startsWith(wanted) : known.endsWith(wanted);
  }
  const fits = method === "startsWith" ? wanted.startsWith(known) : wanted.endsWith(known);
  return fits ? undefined : false;
}

function test(method: string, text: string, other: string | undefined): boolean | undefined {
  if (other === undefined) {
    return undefined;
  }
  switch (method) {
    case "equalsIgnoreCase":
      return text.toLowerCase() === other.toLowerCase();
    case "startsWith":
      return text.startsWith(other);
    case "endsWith":
      return text.endsWith(other);
    case "contains":
      return text.includes(other);
    case "matches": {
      const pattern = simplePattern(other, "");
      return pattern === undefined ? undefined : new RegExp(`^(?:${pattern.source})$`).test(text);
    }
    default:
      return undefined;
  }
}

function emptiness(receiver: Value, call: Invocation): Value {
  if (
    receiver.kind === "text" &&
    receiver.parts.some((it) => it.kind === "constant" && String(it.value).trim() !== "")
  ) {
    return constantOf(false, [call.name]);
  }
  const isEmpty = (text: string): boolean =>
    call.method === "isBlank" ? text.trim() === "" : text === "";
  return receiver.kind === "constant"
    ? constantOf(isEmpty(String(receiver.value)), receiver.at)
    : derived([receiver], call.method, call.name, ([it]) =>
        it === undefined ? undefined : constantOf(it.value === null || isEmpty(String(it.value))),
      );
}

function measured(run: ModelRun, call: Invocation, receiver: Value): Value {
  const first = plain(argument(call, 0));
  const text = textOfConstant(receiver);
  if (text === undefined) {
    return derived([receiver, first], call.method, call.name, () => undefined);
  }
  const wanted = textOfConstant(first);
  const from = numberOf(call.arguments[1]);
  switch (call.method) {
    case "indexOf":
      return wanted === undefined
        ? noResult(call)
        : constantOf(text.indexOf(wanted, from ?? 0), receiver.at);
    case "lastIndexOf":
      return wanted === undefined
        ? noResult(call)
        : constantOf(text.lastIndexOf(wanted), receiver.at);
    case "compareTo":
      return wanted === undefined
        ? noResult(call)
        : constantOf(text < wanted ? -1 : text > wanted ? 1 : 0, receiver.at);
    case "charAt": {
      const index = numberOf(first);
      if (index === undefined) {
        return noResult(call);
      }
      return index < 0 || index >= text.length
        ? run.throws(
            "java.lang.StringIndexOutOfBoundsException",
            `Index ${index} out of bounds for length ${text.length}`,
            call.name,
          )
        : { kind: "constant", value: text.charAt(index), type: "char", at: receiver.at };
    }
    default:
      return noResult(call);
  }
}

function split(run: ModelRun, call: Invocation, receiver: Value): Value {
  const fallback = byDefault(receiver);
  return onTexts(
    [receiver, argument(call, 0)],
    ([text = "", pattern = ""]) => {
      const parts = splitAs(text, pattern, numberOf(call.arguments[1]));
      const list = run.newList("[]", [], call.name);
      if (parts === undefined) {
        run.open(list, unknownOf("unsupported", [call.name]));
      }
      const places = placesOf([receiver]);
      let from = 0;
      for (const it of parts ?? []) {
        const at = text.indexOf(it, from);
        from = at === -1 ? from : at + it.length;
        run.add(
          list,
          receiver.kind === "constant" && at !== -1
            ? sliceOf(receiver, at, at + it.length)
            : constantOf(it, places),
        );
      }
      return list;
    },
    () => {
      const list = run.newList("[]", [], call.name);
      // One input may hold several values: as a whole it stands for its parts, its default is split.
      const pattern = stringOf(argument(call, 0));
      const parts =
        receiver.kind === "input" && typeof fallback?.value === "string" && pattern !== undefined
          ? splitAs(fallback.value, pattern, undefined)
          : undefined;
      if (receiver.kind === "input" && parts !== undefined && parts.length === 1) {
        run.add(list, receiver);
      } else if (receiver.kind === "input" && parts !== undefined) {
        for (const [index, it] of parts.entries()) {
          run.add(list, {
            ...receiver,
            key: `${receiver.key}[${index}]`,
            default: constantOf(it, fallback?.at ?? []),
          });
        }
      } else if (receiver.kind === "input") {
        run.add(list, receiver);
      } else {
        run.open(
          list,
          unknownOf("run-time-data", [call.name], "the parts of a text that is not known"),
        );
      }
      return list;
    },
  );
}

/** `String.split`: empty parts at the end are dropped without a limit. */
function splitAs(
  text: string,
  pattern: string,
  limit: number | undefined,
): readonly string[] | undefined {
  const expression = simplePattern(
    pattern.length === 1 && !"\\^$".includes(pattern)
      ? pattern.replace(/[.*+?()[\]{}|]/, "\\$&")
      : pattern,
    "",
  );
  if (expression === undefined || (pattern.length === 1 && ".*+?()[]{}|".includes(pattern))) {
    return undefined;
  }
  const parts = text.split(expression);
  if (limit !== undefined && limit > 0 && parts.length > limit) {
    const rest = parts.slice(limit - 1);
    return pattern.length === 1 ? [...parts.slice(0, limit - 1), rest.join(pattern)] : undefined;
  }
  if (limit === undefined || limit === 0) {
    while (parts.length > 1 && parts[parts.length - 1] === "") {
      parts.pop();
    }
  }
  return parts;
}

/** Static helpers of Commons Lang, Guava and Flink. */
function helper(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  const second = call.arguments[1];
  switch (call.method) {
    case "isEmpty":
    case "isBlank":
    case "isNullOrEmpty":
    case "isNullOrWhitespaceOnly":
    case "isNotEmpty":
    case "isNotBlank": {
      const isBlank = /Blank|Whitespace/.test(call.method);
      const compute = (constant: Constant): Constant => {
        const text = constant.value === null ? "" : String(constant.value);
        return constantOf(isBlank ? text.trim() === "" : text === "", [call.name]);
      };
      const test = distribute([first], ([it]) => {
        const value = plain(it ?? first);
        // Known not to be null as well: `null(…)` in its name lets an input take what stands in its place as default.
        const own = value.kind === "input" ? `null(${value.input}:${value.key})` : "";
        return value.kind === "constant"
          ? compute(value)
          : derived([value], `${isBlank ? "blank" : "empty"} ${own}`, call.name, ([constant]) =>
              constant === undefined ? undefined : compute(constant),
            );
      });
      return call.method.startsWith("isNot") ? not(test) : test;
    }
    case "defaultString":
    case "defaultIfEmpty":
    case "defaultIfBlank":
      return run.branch(helperTest(run, call, first), call.name, {
        whenTrue: () => second ?? constantOf("", [call.name]),
        whenFalse: () => first,
      });
    case "trimToNull":
    case "trimToEmpty":
    case "trim":
    case "strip":
      return isNull(first)
        ? call.method === "trimToEmpty"
          ? constantOf("", [call.name])
          : first
        : changed(run, { ...call, method: "trim", arguments: [] }, first);
    case "lowerCase":
    case "upperCase":
      return changed(
        run,
        {
          ...call,
          method: call.method === "lowerCase" ? "toLowerCase" : "toUpperCase",
          arguments: [],
        },
        first,
      );
    case "equals":
      return second === undefined ? undefined : equal(first, second, call.name);
    case "equalsIgnoreCase":
      return second === undefined ? undefined : tested(first, second, call);
    case "join":
      return second === undefined ? undefined : joined(run, call, second, [first]);
    case "nullToEmpty":
      return isNull(first) ? constantOf("", [call.name]) : first;
    default:
      return undefined;
  }
}

function helperTest(run: ModelRun, call: Invocation, value: Value): Value {
  return helper(run, { ...call, method: "isNullOrEmpty", arguments: [value] }) ?? noResult(call);
}

/** The lines without their ends; behind the last end there is no line. */
function linesOf(text: Constant): readonly Constant[] {
  return [...String(text.value).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)]
    .filter((it) => it[0] !== "")
    .map((it) => sliceOf(text, it.index, it.index + (it[1] ?? "").length));
}
