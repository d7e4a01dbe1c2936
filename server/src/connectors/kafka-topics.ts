import { isAgainstDefault } from "../values/conditions.ts";
import { makerOf } from "../values/log.ts";
import type { Unknown, Value } from "../values/value.ts";
import type { ApiUse, TopicPattern } from "./api.ts";
import { met, preferred, text, unknown } from "./calls.ts";
import type { Derived } from "./derived.ts";

/** A topic as a source or sink names it. */
export type TopicName = Derived | Unknown | TopicPattern;

/** Topics as arguments, or one list or array of them: the builder keeps the list itself, so that a later `add` counts. */
export function topicNames(use: ApiUse, given: readonly Value[]): readonly TopicName[] {
  return given.flatMap((it): readonly TopicName[] => {
    const value = preferred(it);
    if (value.kind !== "list") {
      return [text(it, "No topic is given.")];
    }
    const { items, open } = use.ask.items(value);
    const names = items
      .filter((item) => met(item.conditions, use.attached.conditions) !== "no")
      .filter((item) => !item.conditions.some(isAgainstDefault))
      .map((item) => text(item.value, "No topic is given."));
    return open === undefined ? names : [...names, open];
  });
}

export function topicPattern(use: ApiUse, given: Value): TopicPattern {
  const pattern = preferred(given);
  const made = makerOf(use.ask.log(), pattern);
  const regex = made?.method === "compile" ? made.arguments[0] : undefined;
  return {
    kind: "topicPattern",
    pattern:
      regex === undefined
        ? unknown("no-model", "The pattern of the topics is not known.", given.at)
        : text(regex, "No pattern is given."),
  };
}
