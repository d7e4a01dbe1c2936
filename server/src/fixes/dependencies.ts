import type { Ask } from "../lint/fix.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { type Made, unclear } from "./in-file.ts";

type DependencyAsk = Extract<
  Ask,
  { readonly kind: "add-dependency" | "set-version" | "remove-dependency" }
>;

/** The edits that add, change or take out a dependency of a build file. */
export function dependencyEdits(_files: Snapshot, ask: DependencyAsk): Made {
  return unclear(ask.file);
}
