import type { Setting, Target } from "./target.ts";

/** Flink's configuration as it stands for a job: the cluster's, over it what the script or program set. */
export function effectiveConfiguration(
  target: Target,
  settings: ReadonlyMap<string, Setting>,
): ReadonlyMap<string, Setting> {
  const values = target.flinkConfiguration?.values;
  if (values === undefined || settings.size === 0) {
    return values ?? settings;
  }
  return new Map([...values, ...settings]);
}

/** The items of a list option: a YAML list, or a text with `;` (Flink's ConfigurationUtils.convertToList). */
export function listItems(setting: Setting | undefined): readonly string[] {
  if (setting === undefined) {
    return [];
  }
  if (setting.items !== undefined) {
    return setting.items;
  }
  const value = setting.value.trim();
  const bracketed = /^\[(.*)\]$/s.exec(value)?.[1];
  return (bracketed ?? value)
    .split(bracketed === undefined ? ";" : ",")
    .map((it) => it.trim().replace(/^(['"])(.*)\1$/, "$2"))
    .filter((it) => it !== "");
}
