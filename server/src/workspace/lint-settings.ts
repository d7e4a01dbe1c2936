import ignore from "ignore";
import type { Consumer, Severities } from "../lint/rule.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { type Given, settingsOf } from "./project.ts";

/** What the settings say of the rules for one file. */
export interface LintSettings {
  readonly severities: Severities;
  readonly consumer: Consumer;
}

/** The severities of the rules for a file: the workspace's, over them those of each override that names the file. */
export function lintSettings(snapshot: Snapshot, given: Given, file: string): LintSettings {
  const {
    severities = {},
    overrides = [],
    consumer = "none",
  } = settingsOf(snapshot, given.settings);
  const matching = overrides.filter(
    (it) => ignore.isPathValid(file) && ignore().add(it.files).ignores(file),
  );
  return {
    severities: new Map(
      [severities, ...matching.map((it) => it.severities)].flatMap((it) =>
        Object.entries(it).flatMap(([rule, severity]) =>
          severity === undefined ? [] : [[rule, severity] as const],
        ),
      ),
    ),
    consumer,
  };
}
