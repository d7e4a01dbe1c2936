import { wordList } from "./letters.ts";
import * as T from "./tokens.ts";
import { type FlinkVersion, flinkVersions, versionIndex } from "./version.ts";
import { reservations } from "./words.gen.ts";

/** The token may be a name without back-ticks. */
export const IS_NAME = 1;
/** The word is reserved: as a name it wants back-ticks. */
export const IS_RESERVED = 2;

const byWord = reservations.split(" ");
const tables: (Uint8Array | undefined)[] = [];

/** For each kind of token, whether it may be a name in the version (its place in the list of versions). */
export function identifierFlags(version: number): Uint8Array {
  const known = tables[version];
  if (known !== undefined) {
    return known;
  }
  const result = new Uint8Array(T.FIRST_WORD + wordList.length);
  for (const [index, states] of byWord.entries()) {
    result[T.FIRST_WORD + index] = states.charAt(version) === "R" ? IS_RESERVED : IS_NAME;
  }
  for (const name of [T.IDENTIFIER, T.QUOTED_IDENTIFIER, T.UNICODE_IDENTIFIER]) {
    result[name] = IS_NAME;
  }
  tables[version] = result;
  return result;
}

/** The words that may be names in a version and are reserved in a later one, each with the first that reserves it. */
export function newlyReserved(after: FlinkVersion): ReadonlyMap<string, FlinkVersion> {
  const from = versionIndex(after);
  const known = reservedLater[from];
  if (known !== undefined) {
    return known;
  }
  const result = new Map<string, FlinkVersion>();
  for (const [index, states] of byWord.entries()) {
    const word = wordList[index];
    const at = flinkVersions.findIndex((_, it) => it > from && states.charAt(it) === "R");
    const version = flinkVersions[at];
    if (word !== undefined && version !== undefined && states.charAt(from) !== "R") {
      result.set(word, version);
    }
  }
  reservedLater[from] = result;
  return result;
}

const reservedLater: (ReadonlyMap<string, FlinkVersion> | undefined)[] = [];
