import { isCredential } from "../text/credentials.ts";
import type { Location } from "../text/range.ts";
import type { Run } from "../values/run.ts";
import type { Value } from "../values/value.ts";

/** A credential that a program hands to a library, where it is written. What it is is never kept. */
export interface Credential {
  /** The key or the method that it is given to. */
  readonly key: string;
  readonly at: Location;
}

/** Constants that are credentials: the value of a key, the argument of a method like `withPassword`, an address with a password. */
export function credentialsIn({ log, ask }: Run): readonly Credential[] {
  const found = new Map<string, Credential>();
  const note = (key: string, value: Value | undefined) => {
    const text = textOf(value);
    const at = value?.at[0];
    if (text !== undefined && at !== undefined && isCredential(key, text)) {
      const place = `${at.file} ${at.range.start}`;
      found.set(place, found.get(place) ?? { key, at });
    }
  };
  for (const { method, arguments: given } of log.calls) {
    const [first, second] = given;
    const key = textOf(first);
    if (given.length === 2 && key !== undefined) {
      note(key, second);
    }
    for (const it of given) {
      note(given.length === 1 ? method : "", it);
      if (it.kind === "map") {
        for (const entry of ask.entries(it).entries) {
          note(entry.key, entry.value);
        }
      }
    }
  }
  return [...found.values()];
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}
