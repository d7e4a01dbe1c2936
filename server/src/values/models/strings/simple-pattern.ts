/** A pattern of literal characters, escapes, classes and single repetitions: no nesting, so that it runs in linear time. */
export function simplePattern(pattern: string, flags: string): RegExp | undefined {
  const isSimple =
    /^\^?(?:(?:[^\\()[\]{}.*+?^$|]|\\[sdwSDWnrt.\-$^*+?|(){}[\]\\/"]|\[\^?(?:[^\\[\]&]|\\[sdwnrt.\-\\/])+\]|\.)[*+?]?)*\$?$/.test(
      pattern,
    );
  const repetitions =
    pattern
      .replace(/\\./g, "")
      .replace(/\[[^\]]*\]/g, "")
      .match(/[*+]/g)?.length ?? 0;
  if (!isSimple || repetitions > 2 || pattern.length > 200) {
    return undefined;
  }
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
