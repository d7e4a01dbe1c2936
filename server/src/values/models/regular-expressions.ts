import { RE2JS } from "re2js";
import { makerOf } from "../log.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asList, noResult, nothing } from "../modelling/model-help.ts";
import {
  type Match,
  replaced,
  replacement,
  type Search,
  searched,
  whole,
} from "../scalars/patterns.ts";
import { constantOf, numberOf, plain, sliceOf, stringOf, unknownOf } from "../texts.ts";
import type { Constant, List, Value } from "../value.ts";

/**
 * `Pattern` is an object whose call tells its text, for connectors ask for that too. `Matcher`: a list of the pattern's text and flags,
 * the text that it searches, how many matches it has found and where the part begins that is not appended yet.
 */
export const regularExpressions: Model = {
  id: "regular-expressions",
  classes: ["java.util.regex.Pattern", "java.util.regex.Matcher", "java.util.regex.MatchResult"],
  call(run, call) {
    const { receiver } = call;
    const matcher = asList(receiver);
    if (matcher !== undefined) {
      return onMatcher(run, call, matcher);
    }
    return receiver === undefined ? ofClass(call) : onPattern(run, call, receiver);
  },
};

function ofClass(call: Invocation): Value | undefined {
  const first = argument(call, 0);
  switch (call.method) {
    case "matches": {
      const found = searched(
        whole({ pattern: stringOf(first), flags: 0, text: stringOf(argument(call, 1)) }),
      );
      return found === undefined ? noResult(call) : constantOf(found.length > 0, [call.name]);
    }
    case "quote":
    case "quoteReplacement": {
      const text = plain(first);
      return text.kind !== "constant"
        ? text
        : constantOf(
            call.method === "quote"
              ? RE2JS.quote(String(text.value))
              : RE2JS.quoteReplacement(String(text.value), true),
            text.at,
          );
    }
    default:
      return undefined;
  }
}

function onPattern(run: ModelRun, call: Invocation, pattern: Value): Value | undefined {
  const made = makerOf(run.log(), pattern);
  const [text, flags = constantOf(0)] = made?.method === "compile" ? made.arguments : [];
  if (text === undefined) {
    return undefined;
  }
  switch (call.method) {
    case "matcher":
      return run.newList(
        "java.util.regex.Matcher",
        [text, flags, run.text(argument(call, 0), call.name), constantOf(0), constantOf(0)],
        call.name,
      );
    case "pattern":
    case "toString":
      return text;
    case "split":
      return numberOf(flags) === 0
        ? run.invoke(argument(call, 0), "split", [text, ...call.arguments.slice(1)], call.name)
        : undefined;
    case "splitAsStream": {
      const parts =
        numberOf(flags) === 0
          ? asList(run.invoke(argument(call, 0), "split", [text], call.name))
          : undefined;
      return parts === undefined
        ? undefined
        : run.copy(parts, "java.util.stream.Stream", call.name);
    }
    case "asPredicate":
    case "asMatchPredicate": {
      const test = call.method === "asPredicate" ? "find" : "matches";
      return run.newFunction(call.name, ([given = noResult(call)]) =>
        run.invoke(run.invoke(pattern, "matcher", [given], call.name), test, [], call.name),
      );
    }
    default:
      return undefined;
  }
}

const [atText, atCount, atAppended] = [2, 3, 4];

function onMatcher(run: ModelRun, call: Invocation, matcher: List): Value | undefined {
  const items = run.items(matcher).items.map((it) => it.value);
  const [pattern, flags] = items;
  const text = constantIn(items[atText]);
  const count = numberOf(items[atCount]);
  const from = numberOf(items[atAppended]);
  const search: Search = {
    pattern: stringOf(pattern),
    flags: numberOf(flags),
    text: text === undefined ? undefined : String(text.value),
  };
  const found = searched(search);
  if (text === undefined || count === undefined || from === undefined || found === undefined) {
    return unread(run, call);
  }
  const match = found[count - 1];
  switch (call.method) {
    case "find": {
      if (call.arguments.length > 0) {
        return undefined;
      }
      run.set(matcher, atCount, constantOf(count + 1));
      return constantOf(count < found.length, [call.name]);
    }
    case "matches": {
      const all = searched(whole(search));
      const [first] = found;
      const isFirst = first?.start === 0 && first.end === String(text.value).length;
      run.set(matcher, atCount, constantOf(isFirst ? 1 : 0));
      return all === undefined || (all.length > 0 && !isFirst)
        ? noResult(call)
        : constantOf(isFirst, [call.name]);
    }
    case "group":
      return match === undefined ? noResult(call) : (groupOf(text, match, call) ?? noResult(call));
    case "start":
    case "end": {
      const place = match === undefined ? undefined : placeOf(match, call);
      return place === undefined
        ? noResult(call)
        : constantOf(place[call.method === "start" ? 0 : 1], [call.name]);
    }
    case "groupCount":
      return found[0] === undefined
        ? noResult(call)
        : constantOf(found[0].groups.length - 1, [call.name]);
    case "results": {
      const each = found.map((_, index) => {
        const result = run.copy(matcher, matcher.class, call.name);
        run.set(result, atCount, constantOf(index + 1));
        return result;
      });
      return run.newList("java.util.stream.Stream", each, call.name);
    }
    case "appendReplacement": {
      const into = asList(call.arguments[0]);
      if (match === undefined || into === undefined) {
        return undefined;
      }
      run.add(into, sliceOf(text, from, match.start));
      run.add(into, replacement(text, match, argument(call, 1)));
      run.set(matcher, atAppended, constantOf(match.end));
      return matcher;
    }
    case "appendTail": {
      const into = asList(call.arguments[0]);
      if (into !== undefined) {
        run.add(into, sliceOf(text, from, String(text.value).length));
      }
      return call.arguments[0];
    }
    case "replaceAll":
      return replacedAll(run, call, { matcher, text, found });
    case "reset":
      run.set(matcher, atCount, constantOf(0));
      run.set(matcher, atAppended, constantOf(0));
      return matcher;
    default:
      return undefined;
  }
}

/** `replaceAll("...")`, `replaceAll(match -> ...)`. */
function replacedAll(
  run: ModelRun,
  call: Invocation,
  on: { readonly matcher: List; readonly text: Constant; readonly found: readonly Match[] },
): Value {
  const by = argument(call, 0);
  return replaced(on.text, on.found, (_, index) => {
    run.set(on.matcher, atCount, constantOf(index + 1));
    return by.kind === "function" ? run.text(run.apply(by, [on.matcher]), call.name) : by;
  });
}

/** What only the run knows stays out of what is appended: the text may be anything from here on. */
function unread(run: ModelRun, call: Invocation): Value | undefined {
  const why = unknownOf(
    "unsupported",
    [call.name],
    "A pattern is searched in a text that is not known.",
  );
  const into = /^append(Replacement|Tail)$/.test(call.method)
    ? asList(call.arguments[0])
    : undefined;
  if (into !== undefined) {
    run.open(into, why);
    return call.method === "appendTail" ? into : nothing(call);
  }
  return call.method === "reset" ? call.receiver : noResult(call);
}

function groupOf(text: Constant, match: Match, call: Invocation): Value | undefined {
  const place = placeOf(match, call);
  if (place === undefined) {
    return undefined;
  }
  const [start, end] = place;
  return start < 0 ? constantOf(null, [call.name]) : sliceOf(text, start, end);
}

/** Of the group that the argument numbers or names. */
function placeOf(match: Match, { arguments: [which] }: Invocation) {
  const index = which === undefined ? 0 : numberOf(which);
  return index === undefined ? match.names.get(stringOf(which) ?? "") : match.groups[index];
}

function constantIn(value: Value | undefined): Constant | undefined {
  const found = value === undefined ? undefined : plain(value);
  return found?.kind === "constant" && typeof found.value === "string" ? found : undefined;
}
