import type { Invocation, ModelRun } from "../../model.ts";
import { derived } from "../../scalars/derived.ts";
import { searched, replaced as withReplacements } from "../../scalars/patterns.ts";
import {
  constantOf,
  distribute,
  javaText,
  numberOf,
  plain,
  sliceOf,
  stringOf,
  textOf,
} from "../../texts.ts";
import type { Constant, Text, Value } from "../../value.ts";
import { textOfConstant } from "./constant-text.ts";

/** A text made of a text: with holes, stretch by stretch as far as that is the same; of an input, the input with its default changed. */
export function changed(run: ModelRun, call: Invocation, receiver: Value): Value {
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
    return derived([own, ...plainArguments], call.method, call.name, ([it, ...constants]) => {
      const result = it === undefined ? undefined : changedConstant(run, call, it, constants);
      return result?.kind === "constant" ? result : undefined;
    });
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
): Value | undefined {
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
      return replacedPattern(call.method, constant, stringOf(first), second);
    default:
      return undefined;
  }
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

function replacedPattern(
  method: string,
  constant: Constant,
  pattern: string | undefined,
  by: Value | undefined,
): Value | undefined {
  const found = searched({ pattern, flags: 0, text: String(constant.value) });
  return found === undefined || by === undefined
    ? undefined
    : withReplacements(constant, method === "replaceAll" ? found : found.slice(0, 1), () => by);
}

function withoutIndentation(text: string): string {
  const lines = text.split("\n");
  const indents = lines
    .filter((it, index) => it.trim() !== "" || index === lines.length - 1)
    .map((it) => it.length - it.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((it) => it.slice(indent).trimEnd()).join("\n");
}
