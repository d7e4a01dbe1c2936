/** The names that are nearly this one, the nearest first: at most one letter in four differs, and no word of it is wholly another. */
export function nearMisses(
  name: string,
  known: Iterable<string>,
  oneLetterIn = 4,
): readonly string[] {
  const wanted = name.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / oneLetterIn));
  return [...known]
    .map((it) => ({ it, distance: distanceOf(wanted, it.toLowerCase(), most) }))
    .filter(({ it, distance }) => distance <= most && !hasOtherWord(wanted, it.toLowerCase()))
    .sort((one, other) => one.distance - other.distance)
    .map(({ it }) => it);
}

/** `TO_TIMESTAMP_LTZ` and `TO_TIMESTAMP` are no slips of `TO_TIMESTAMP_UDF`. */
function hasOtherWord(one: string, other: string): boolean {
  const [words, others] = [one.split(/[._-]/), other.split(/[._-]/)];
  if (words.length !== others.length) {
    const [few, many] = words.length < others.length ? [words, others] : [others, words];
    return few.every((it) => many.includes(it));
  }
  return (
    words.length > 1 &&
    words.some((it, index) => {
      const most = Math.ceil(it.length / 2);
      return it.length > 1 && distanceOf(it, others[index] ?? "", most) > most;
    })
  );
}

/** Letters added, taken, changed or swapped with the next; `most + 1` where it is more. */
function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) {
    return most + 1;
  }
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped =
        row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          ...(swapped ? [(before[column - 2] ?? 0) + 1] : []),
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? most + 1;
}

/** "Did you mean ...?", or nothing. */
export function suggestion(replacements: readonly string[]): string {
  const [first] = replacements;
  return first === undefined ? "" : ` Did you mean '${first}'?`;
}
