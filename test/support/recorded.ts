import { readFileSync } from "node:fs";

/** The lines of a file under `test/conformance`: what the real Flink said. */
export function recorded<T>(file: string): readonly T[] {
  const path = new URL(`../conformance/${file}`, import.meta.url);
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
