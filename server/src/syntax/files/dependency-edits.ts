import type { TextEdit } from "../../text/edits.ts";

/** A dependency as a build names it. */
export interface Dependency {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

/** Changes of one build file in its own style; undefined where one cannot be made in this file alone. */
export interface DependencyEdits {
  add(text: string, dependency: Dependency): readonly TextEdit[] | undefined;
  setVersion(text: string, dependency: Dependency): readonly TextEdit[] | undefined;
  remove(text: string, dependency: Omit<Dependency, "version">): readonly TextEdit[] | undefined;
}
