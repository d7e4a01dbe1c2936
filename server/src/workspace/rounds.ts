import type { Snapshot } from "../text/snapshot.ts";
import type { LoadedFiles } from "./loaded-files.ts";

export interface Answer<T> {
  readonly result: T;
  /** All that the result rests on, absent files too. */
  readonly read: ReadonlySet<string>;
}

/** After so many rounds the analysis stands as it is: what it still needs is not read. */
const mostRounds = 60;

/** Who asks so often has a long chain of classes before it, and each round costs more. */
const patience = 3;

/** Runs an analysis until it asks for nothing that is not loaded. */
export async function inRounds<T>(
  files: LoadedFiles,
  analysis: (snapshot: Snapshot) => T,
): Promise<Answer<T>> {
  for (let round = 1; ; round++) {
    const snapshot = files.snapshot();
    const result = analysis(snapshot);
    if (snapshot.needs.size === 0 || round === mostRounds) {
      return { result, read: snapshot.read };
    }
    await files.load(snapshot.needs, round >= patience);
  }
}
