import type { Condition } from "./value.ts";

/** Both lists of conditions together; undefined where they contradict each other. */
export function bothOf(
  first: readonly Condition[],
  second: readonly Condition[],
): readonly Condition[] | undefined {
  if (first.length === 0 || second.length === 0) {
    return first.length === 0 ? second : first;
  }
  const result = [...first];
  for (const it of second) {
    const same = first.find((other) => other.id === it.id);
    if (same === undefined) {
      result.push(it);
    } else if (same.side !== it.side) {
      return undefined;
    }
  }
  return result;
}

/** Whether the other side is taken where each input has its default. */
export function isAgainstDefault({ byDefault, side }: Condition): boolean {
  return byDefault !== undefined && byDefault !== side;
}

/** The sides that hold at one place of a run, by id. */
export interface Sides {
  get(id: string): boolean | undefined;
}

/** What is left of conditions where these sides hold; undefined where they contradict. */
export function residualOf(
  conditions: readonly Condition[],
  sides: Sides,
): readonly Condition[] | undefined {
  if (conditions.length === 0) {
    return conditions;
  }
  const result: Condition[] = [];
  for (const it of conditions) {
    const side = sides.get(it.id);
    if (side === undefined) {
      result.push(it);
    } else if (side !== it.side) {
      return undefined;
    }
  }
  return result;
}

/** More writes than that are not told apart. */
export const maximalFound = 16;

export interface Guarded {
  /** Grows smaller when the other side of a branch turns out to be no way on. */
  conditions: readonly Condition[];
}

/**
 * The writes that can still be seen, oldest first: read from the latest back to where the later ones cover all cases.
 * `covered` is false where none may have happened.
 */
export function surviving<T extends Guarded>(
  writes: readonly T[],
  sides: Sides,
): {
  readonly found: readonly { readonly write: T; readonly conditions: readonly Condition[] }[];
  readonly covered: boolean;
} {
  const found: { write: T; conditions: readonly Condition[] }[] = [];
  const cover = coverage();
  for (let index = writes.length - 1; index >= 0; index--) {
    const write = writes[index];
    const conditions = write === undefined ? undefined : residualOf(write.conditions, sides);
    if (write === undefined || conditions === undefined) {
      continue;
    }
    // A later one that happens whenever this one does hides it.
    if (found.some((later) => implies(conditions, later.conditions))) {
      continue;
    }
    found.push({ write, conditions });
    if (found.length > maximalFound) {
      break; // Too many to tell apart: the reader says so.
    }
    if (cover.add(conditions)) {
      return { found: found.reverse(), covered: true };
    }
  }
  return { found: found.reverse(), covered: false };
}

/** Whether all of the others are among the conditions. */
export function implies(conditions: readonly Condition[], others: readonly Condition[]): boolean {
  return others.every(({ id, side }) => conditions.some((it) => it.id === id && it.side === side));
}

/** Collects conjunctions until together they hold in every case (by resolution: A∧c and A∧¬c give A). */
export function coverage(): { add(conditions: readonly Condition[]): boolean } {
  const sets: (readonly Condition[])[] = [];
  return {
    add(conditions) {
      let pending: readonly Condition[] | undefined = conditions;
      while (pending !== undefined) {
        if (pending.length === 0) {
          return true;
        }
        const current: readonly Condition[] = pending;
        const index = sets.findIndex((it) => resolved(it, current) !== undefined);
        const partner = sets[index];
        if (partner === undefined) {
          if (sets.length < 32) {
            sets.push(current);
          }
          return false;
        }
        sets.splice(index, 1);
        pending = resolved(partner, current);
      }
      return false;
    },
  };
}

/** What two conjunctions have in common that differ in the side of one branch alone: together they say no more. */
export function resolved(
  one: readonly Condition[],
  other: readonly Condition[],
): readonly Condition[] | undefined {
  if (one.length !== other.length) {
    return undefined;
  }
  let opposite: string | undefined;
  for (const it of one) {
    const same = other.find((its) => its.id === it.id);
    if (same === undefined) {
      return undefined;
    }
    if (same.side !== it.side) {
      if (opposite !== undefined) {
        return undefined;
      }
      opposite = it.id;
    }
  }
  return opposite === undefined ? undefined : one.filter((it) => it.id !== opposite);
}
