import type { Location } from "../text/range.ts";
import type { Subject } from "./rule.ts";

/** Where a finding about the project stands: its configuration, else its build file; undefined where it has none. */
export function projectPlace(
  { target }: Subject,
  first: "flink" | "openlineage" = "flink",
): Location | undefined {
  const files = [target.flinkConfiguration, target.openlineageConfiguration].map((it) =>
    it?.from.kind === "file" ? it.from.file : undefined,
  );
  const ordered = first === "flink" ? files : files.toReversed();
  const file = ordered.find((it) => it !== undefined) ?? target.buildFile;
  return file === undefined ? undefined : { file, range: { start: 0, end: 0 } };
}
