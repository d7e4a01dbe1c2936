import type { Setting } from "../job/target.ts";
import type { Location } from "../text/range.ts";
import type { LintedJob, Subject } from "./rule.ts";

/** A key for OpenLineage as it is written: in openlineage.yml, or in Flink's configuration, a script or a program. */
export interface WrittenSetting {
  readonly where: "openlineage" | "flink";
  /** The names that lead to it; in Flink's configuration without `openlineage`. */
  readonly path: readonly string[];
  /** As it is written. */
  readonly key: string;
  readonly at: Location;
  readonly valueAt: Location;
}

/** The keys of openlineage.yml, and those that begin with `openlineage.` in what Flink is told. */
export function writtenSettings(subject: Subject): readonly WrittenSetting[] {
  const file = (subject.target.openlineageConfiguration?.keys ?? []).map(
    (it): WrittenSetting => ({ ...it, where: "openlineage", key: it.path.join(".") }),
  );
  const flink = flinkSettings(subject).flatMap(([key, { at, keyAt }]): readonly WrittenSetting[] =>
    at === undefined || !key.startsWith("openlineage.")
      ? []
      : [{ where: "flink", path: key.split(".").slice(1), key, at: keyAt ?? at, valueAt: at }],
  );
  return [...file, ...flink];
}

/** The settings that the jobs start with; jobs between two SETs share theirs. */
export function settingsOf(jobs: readonly LintedJob[]): readonly LintedJob["job"]["settings"][] {
  return [...new Set(jobs.map((it) => it.job.settings))];
}

/** All that Flink is told, by the configuration and by the jobs of the file; each place once. */
export function flinkSettings({ target, jobs }: Subject): readonly (readonly [string, Setting])[] {
  const all = [
    ...(target.flinkConfiguration?.values ?? []),
    ...settingsOf(jobs).flatMap((it) => [...it]),
  ];
  const places = new Map(
    all.map((it) => [`${it[0]} ${it[1].at?.file} ${it[1].at?.range.start}`, it]),
  );
  return [...places.values()];
}
