import type { Location } from "../../../text/range.ts";
import type { Condition } from "../../value.ts";

/** Profiles that may be active together, under the conditions that say so; the first selection is the one by default. */
export interface Selection {
  readonly active: readonly string[];
  readonly conditions: readonly Condition[];
}

/**
 * One selection where the profiles are given; else those by default, or each other profile that a file of the project is for.
 * `isOpen`: the program may add one that only the run knows.
 */
export function selectionsOf(
  byDefault: readonly string[],
  others: readonly string[],
  { at, isOpen }: { readonly at: Location; readonly isOpen: boolean },
): readonly Selection[] {
  const possible = [
    ...others.filter((it) => !byDefault.includes(it)).slice(0, mostProfiles),
    ...(isOpen ? [anotherProfile] : []),
  ];
  const condition = (profile: string, side: boolean): Condition => ({
    id: `profile(${profile})`,
    side,
    byDefault: false,
    at,
  });
  return [
    { active: byDefault, conditions: possible.map((it) => condition(it, false)) },
    ...possible.map((it) => ({
      active: [it],
      conditions: possible.map((other) => condition(other, other === it)),
    })),
  ];
}

const mostProfiles = 8;
/** A profile that no file of the project is for. */
export const anotherProfile = "?";

/** Conditions under which one of these selections holds; undefined where none does. */
export function conditionsOf(
  selections: readonly Selection[],
  accepts: (active: readonly string[]) => boolean,
): readonly Condition[] | undefined {
  const [first] = selections;
  const chosen = selections.filter((it) => accepts(it.active));
  if (chosen.length === 0 || first === undefined) {
    return undefined;
  }
  if (chosen.length === selections.length) {
    return [];
  }
  if (chosen.includes(first)) {
    return selections
      .filter((it) => !chosen.includes(it))
      .flatMap((it) => it.conditions.filter((its) => its.side))
      .map((it) => ({ ...it, side: false }));
  }
  const [only] = chosen;
  const [condition] = only?.conditions ?? [];
  return chosen.length === 1 || condition === undefined
    ? only?.conditions
    : [
        {
          ...condition,
          id: `profile(${chosen.map((it) => it.active.join("+")).join("|")})`,
          side: true,
        },
      ];
}

/** A profile expression: names with `!`, `&`, `|` and parentheses; several of them with commas are alternatives. */
export function acceptsProfile(expression: string, active: readonly string[]): boolean {
  return expression.split(",").some((it) => holds(it, active));
}

function holds(expression: string, active: readonly string[]): boolean {
  const tokens = expression.match(/[!&|()]|[^\s!&|()]+/g) ?? [];
  let index = 0;
  const factor = (): boolean => {
    const token = tokens[index++];
    if (token === "!") {
      return !factor();
    }
    if (token === "(") {
      const inner = either();
      index += 1;
      return inner;
    }
    const names = active.length === 0 ? ["default"] : active;
    return token !== undefined && names.includes(token);
  };
  const both = (): boolean => {
    let result = factor();
    while (tokens[index] === "&") {
      index += 1;
      const next = factor();
      result &&= next;
    }
    return result;
  };
  const either = (): boolean => {
    let result = both();
    while (tokens[index] === "|") {
      index += 1;
      const next = both();
      result ||= next;
    }
    return result;
  };
  return either();
}
