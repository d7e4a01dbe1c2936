import type { Invocation, ModelRun } from "../../model.ts";
import { argument, onTexts } from "../../model-help.ts";
import {
  byDefault,
  constantOf,
  numberOf,
  placesOf,
  sliceOf,
  stringOf,
  unknownOf,
} from "../../texts.ts";
import type { Constant, Value } from "../../value.ts";
import { simplePattern } from "./simple-pattern.ts";

/** `split`: the parts of a text, of an input those of its default. */
export function split(run: ModelRun, call: Invocation, receiver: Value): Value {
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

/** The lines without their ends; behind the last end there is no line. */
export function linesOf(text: Constant): readonly Constant[] {
  return [...String(text.value).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)]
    .filter((it) => it[0] !== "")
    .map((it) => sliceOf(text, it.index, it.index + (it[1] ?? "").length));
}
