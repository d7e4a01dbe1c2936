import type { Invocation, Model, ModelRun } from "../../model.ts";
import { joined } from "../../modelling/joining.ts";
import { argument, asList, noResult } from "../../modelling/model-help.ts";
import { bytesIn } from "../../modelling/opened.ts";
import { derived } from "../../scalars/derived.ts";
import { formatted } from "../../scalars/format.ts";
import { hashOf } from "../../scalars/hash-order.ts";
import { constantOf, distribute, numberOf, plain, sliceOf, textOf } from "../../texts.ts";
import type { Value } from "../../value.ts";
import { changed } from "./changes.ts";
import { emptiness, equalTexts, tested } from "./comparisons.ts";
import { textOfConstant } from "./constant-text.ts";
import { helper, isHelper } from "./helpers.ts";
import { linesOf, split } from "./parts.ts";

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
        : distribute([run.text(bytesIn(run, first), call.name)], textOf);
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
      return first === undefined
        ? undefined
        : call.arguments.length > 1 && call.method === "startsWith"
          ? run.invoke(
              run.invoke(receiver, "substring", call.arguments.slice(1), call.name),
              "startsWith",
              [first],
              call.name,
            )
          : tested(receiver, first, call);
    case "hashCode":
      return receiver.kind === "constant" && typeof receiver.value === "string"
        ? constantOf(hashOf(receiver.value), [call.name])
        : noResult(call);
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
      return measured(run, call, receiver);
    case "split":
      return split(run, call, receiver);
    case "lines":
      return receiver.kind === "constant"
        ? run.newList("java.util.stream.Stream", linesOf(receiver), call.name)
        : undefined;
    case "chars":
    case "getBytes":
      return receiver;
    case "toCharArray":
      return characters(run, call, receiver);
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

/** An array of its characters; a long text stands for itself. */
function characters(run: ModelRun, call: Invocation, text: Value): Value {
  if (text.kind !== "constant" || String(text.value).length > 200) {
    return text;
  }
  const all = Array.from({ length: String(text.value).length }, (_, index) => index);
  return run.newList(
    "[]",
    all.map((it): Value => ({ ...sliceOf(text, it, it + 1), type: "char" })),
    call.name,
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
