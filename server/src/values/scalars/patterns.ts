import { RE2JS } from "re2js";
import { constantOf, plain, sliceOf, textOf, unknownOf } from "../texts.ts";
import type { Constant, Value } from "../value.ts";

type Place = readonly [start: number, end: number];

/** One place where a pattern matches, with its groups; a group that takes no part begins before 0. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Place[];
  readonly names: ReadonlyMap<string, Place>;
}

export interface Search {
  readonly pattern: string | undefined;
  readonly flags: number | undefined;
  readonly text: string | undefined;
}

/** The same for the text as a whole. */
export function whole(search: Search): Search {
  return { ...search, pattern: search.pattern && `^(?:${search.pattern})$` };
}

/** All matches; undefined where something is not known, or RE2 does not read the pattern. */
export function searched({ pattern, flags, text }: Search): readonly Match[] | undefined {
  if (pattern === undefined || flags === undefined || text === undefined) {
    return undefined;
  }
  // Only these flags mean the same; in a class of RE2's, `&&` and `[` are characters.
  if ((flags & ~(2 | 8 | 32 | 64)) !== 0 || /\[(?:[^\]\\]|\\.)*(?:&&|\[(?!:))/.test(pattern)) {
    return undefined;
  }
  try {
    const matcher = RE2JS.compile(pattern, flagsOf(flags)).matcher(text);
    const result: Match[] = [];
    while (matcher.find()) {
      if (result.length === maximalMatches) {
        return undefined;
      }
      const groups = Array.from(
        { length: matcher.groupCount() + 1 },
        (_, it) => [matcher.start(it), matcher.end(it)] as const,
      );
      result.push({
        start: matcher.start(),
        end: matcher.end(),
        groups,
        names: new Map(
          Object.keys(matcher.getNamedGroups()).map((it) => [
            it,
            [matcher.start(it), matcher.end(it)] as const,
          ]),
        ),
      });
    }
    return result;
  } catch {
    return undefined;
  }
}

const maximalMatches = 10_000;

/** Java's bits (`Pattern.CASE_INSENSITIVE` is 2, `MULTILINE` 8, `DOTALL` 32) as RE2's. */
function flagsOf(flags: number): number {
  return (
    (flags & 2 ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags & 8 ? RE2JS.MULTILINE : 0) |
    (flags & 32 ? RE2JS.DOTALL : 0)
  );
}

/** The text with each match put in other words; undefined words leave a stretch that is not known. */
export function replaced(
  text: Constant,
  matches: readonly Match[],
  by: (match: Match, index: number) => Value,
): Value {
  const parts: Value[] = [];
  let from = 0;
  for (const [index, match] of matches.entries()) {
    parts.push(sliceOf(text, from, match.start), replacement(text, match, by(match, index)));
    from = match.end;
  }
  return textOf([...parts, sliceOf(text, from, String(text.value).length)]);
}

/** A replacement as it stands in the result: `\\` takes the meaning of the next character, `$1` and `${name}` are groups. */
export function replacement(text: Constant, match: Match, given: Value): Value {
  const value = plain(given);
  if (value.kind === "text") {
    return textOf(value.parts.map((it) => replacement(text, match, it)));
  }
  if (value.kind !== "constant") {
    return value;
  }
  let isKnown = true;
  const words = String(value.value).replace(
    /\\(.)|\$(?:(\d)|\{(\w+)\})/gs,
    (_, escaped: string | undefined, index: string | undefined, name: string | undefined) => {
      const place = index === undefined ? match.names.get(name ?? "") : match.groups[Number(index)];
      isKnown &&= escaped !== undefined || place !== undefined;
      return escaped ?? String(text.value).slice(Math.max(0, place?.[0] ?? 0), place?.[1]);
    },
  );
  if (!isKnown) {
    return unknownOf("unsupported", value.at, "A replacement names a group that is not there.");
  }
  return words === value.value ? value : constantOf(words, value.at);
}
