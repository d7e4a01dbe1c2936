import { preferred } from "../connectors/calls.ts";
import { implies, isAgainstDefault, resolved } from "../values/conditions.ts";
import { identitiesOf } from "../values/log.ts";
import type { Condition } from "../values/value.ts";
import type { GraphEntry } from "./stream-graph.ts";

/**
 * One call on a stream that is either of two is in the log once for each: where the sides of a branch make no difference to whether it
 * happens, it is one entry, on the stream of the defaults.
 */
export function withoutSides(entries: readonly GraphEntry[]): readonly GraphEntry[] {
  const result: GraphEntry[] = [];
  for (const entry of entries) {
    let merged = entry;
    for (let index = otherSideOf(result, merged); index >= 0; index = otherSideOf(result, merged)) {
      const [other] = result.splice(index, 1);
      merged = other === undefined ? merged : together(other, merged);
    }
    result.push(merged);
  }
  return result;
}

function otherSideOf(entries: readonly GraphEntry[], entry: GraphEntry): number {
  return entries.findIndex(
    (it) => isSame(it, entry) && common(it.call.conditions, entry.call.conditions) !== undefined,
  );
}

/** The conditions under which one of two happens, where these are the two sides of a branch, or one of them is what is left of it. */
function common(
  one: readonly Condition[],
  other: readonly Condition[],
): readonly Condition[] | undefined {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length < long.length && implies(long, short) ? short : resolved(one, other);
}

function isSame(one: GraphEntry, other: GraphEntry): boolean {
  const [at, its] = [one.call.name, other.call.name];
  return (
    one.kind === other.kind &&
    one.call.method === other.call.method &&
    at.file === its.file &&
    at.range.start === its.range.start &&
    identityOf(one) === identityOf(other)
  );
}

function identityOf({ sink }: GraphEntry): number | undefined {
  return sink === undefined ? undefined : identitiesOf(preferred(sink))[0];
}

function together(one: GraphEntry, other: GraphEntry): GraphEntry {
  const conditions = common(one.call.conditions, other.call.conditions) ?? one.call.conditions;
  const kept = one.call.conditions.some(isAgainstDefault) ? other : one;
  return { ...kept, call: { ...kept.call, conditions } };
}
