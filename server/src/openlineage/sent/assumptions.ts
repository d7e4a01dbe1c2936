import type { Target } from "../../job/target.ts";
import type { Assumption } from "../prediction.ts";
import { newestAdapter, newestFlink } from "./versions.ts";

/** What the prediction takes for granted, each with its reason. */
export function assumptionsOf(
  target: Target,
  { listener }: { readonly listener: boolean },
): readonly Assumption[] {
  const by = listener ? withListener : withoutListener;
  const known = by.get(target) ?? assumed(target, listener);
  by.set(target, known);
  return known;
}

/** They are the same for all jobs of a target. */
const withListener = new WeakMap<Target, readonly Assumption[]>();
const withoutListener = new WeakMap<Target, readonly Assumption[]>();

function assumed(target: Target, listener: boolean): readonly Assumption[] {
  const { flink, openlineage } = target;
  const all: Assumption[] = [];
  if (flink.from.kind === "assumed" && flink.value !== undefined) {
    all.push({ what: "flink", value: flink.value, why: flink.from.why });
  }
  const recorded = nearestRecorded(flink.value);
  if (flink.value === undefined) {
    all.push({
      what: "flink",
      value: recorded,
      why: "Flink's version is written in the build file in a way that cannot be read.",
    });
  } else if (seriesOf(flink.value) !== seriesOf(recorded)) {
    all.push({
      what: "flink",
      value: recorded,
      why: `Events were recorded on Flink ${recorded}; ${flink.value} is taken to behave alike.`,
    });
  }
  if (openlineage.from.kind === "assumed" || openlineage.value === undefined) {
    all.push({
      what: "adapter",
      value: openlineage.value ?? newestAdapter,
      why:
        openlineage.from.kind === "assumed"
          ? openlineage.from.why
          : "The version of openlineage-flink cannot be read.",
    });
  }
  const unread = target.openlineageConfiguration?.problem?.at.file;
  if (unread !== undefined) {
    all.push({
      what: "configuration",
      value: "none of OpenLineage's own",
      why: `${unread} is no YAML; OpenLineage passes over the whole file.`,
    });
  }
  if (listener) {
    const broken = target.flinkConfigurationProblem?.at.file;
    const none =
      broken === undefined ? "The project holds no configuration of Flink" : `${broken} is no YAML`;
    all.push({
      what: "listener",
      value: "named by the cluster",
      why: `${none}; the cluster's is taken to name OpenLineage's listener.`,
    });
  }
  return all;
}

function nearestRecorded(flink: string | undefined): string {
  const [major, minor = 0] = (flink ?? "2").split(".").map(Number);
  if (major === 1) {
    return minor < 19 ? "1.17" : "1.20";
  }
  return newestFlink;
}

function seriesOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}
