import type { Invocation, ModelRun } from "../../model.ts";
import { argument, onTexts } from "../../modelling/model-help.ts";
import { searched } from "../../scalars/patterns.ts";
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
      for (const { start, end } of parts ?? []) {
        run.add(
          list,
          receiver.kind === "constant"
            ? sliceOf(receiver, start, end)
            : constantOf(text.slice(start, end), places),
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
          ? splitAs(fallback.value, pattern, undefined)?.map(({ start, end }) =>
              String(fallback.value).slice(start, end),
            )
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

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `String.split`: empty parts at the end are dropped without a limit. */
function splitAs(text: string, pattern: string, limit = 0): readonly Stretch[] | undefined {
  const matches = searched({ pattern, flags: 0, text });
  if (matches === undefined) {
    return undefined;
  }
  const parts: Stretch[] = [];
  let from = 0;
  for (const it of matches) {
    // There is no empty part before an empty match at the beginning.
    const isNothing = it.end === 0 || (it.start === it.end && it.start === text.length);
    if (isNothing || (limit > 0 && parts.length === limit - 1)) {
      continue;
    }
    parts.push({ start: from, end: it.start });
    from = it.end;
  }
  parts.push({ start: from, end: text.length });
  while (limit === 0 && parts.length > 1 && parts.at(-1)?.start === parts.at(-1)?.end) {
    parts.pop();
  }
  return parts;
}

/** The lines without their ends; behind the last end there is no line. */
export function linesOf(text: Constant): readonly Constant[] {
  return [...String(text.value).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)]
    .filter((it) => it[0] !== "")
    .map((it) => sliceOf(text, it.index, it.index + (it[1] ?? "").length));
}
