import type { Target } from "../job/target.ts";
import { isFlink1 } from "./wired-jobs.ts";
import type { WrittenSetting } from "./written-settings.ts";

/** What is known against a key that is documented, or known in another version, here: why, and what to write instead. */
export function keysWithoutEffect(
  target: Target,
  { where, key }: Pick<WrittenSetting, "where" | "key">,
): Effectless | undefined {
  const series = isFlink1(target) ? "1" : "2";
  const tables =
    where === "openlineage"
      ? [inFile.both, inFile[series]]
      : [inFlinksConfiguration.both, inFlinksConfiguration[series]];
  return tables.map((it) => it[key]).find((it) => it !== undefined);
}

interface Effectless {
  readonly why: string;
  /** The key that does what this one was meant for. */
  readonly instead?: string;
}

type Table = Readonly<Record<string, Effectless>>;

function instead(key: string, why = `OpenLineage reads '${key}'.`): Effectless {
  return { why, instead: key };
}

/** Recorded: config-yml-owners, opt-owners-tags. */
const noTags = { why: "The events of Flink's jobs have no tags." };
const eachFacet = { why: "OpenLineage reads 'facets.NAME.disabled: true' for each facet." };
const builderNames = {
  why: "On Flink 1.x the listener's builder says it, jobNamespace and jobName.",
};

const inFile: Readonly<Record<"both" | "1" | "2", Table>> = {
  both: {
    "job.tags": noTags,
    "run.tags": noTags,
    "facets.disabled": eachFacet,
    flink: { why: "Its keys stand at the top of openlineage.yml." },
    resolveTopicPattern: { why: "OpenLineage reads 'dataset.kafka.resolveTopicPattern'." },
  },
  "1": { "job.namespace": builderNames, "job.name": builderNames },
  "2": {},
};

/** Recorded: opt-flink-conf-keys. */
const inFlinksConfiguration: Readonly<Record<"both" | "1" | "2", Table>> = {
  both: {
    "openlineage.facets.disabled": {
      why: "OpenLineage reads 'openlineage.facets.NAME.disabled' for each facet.",
    },
    "openlineage.resolveTopicPattern": instead("openlineage.dataset.kafka.resolveTopicPattern"),
    "openlineage.job.tags": noTags,
    "openlineage.run.tags": noTags,
  },
  "1": {
    "openlineage.job.namespace": instead(
      "execution.job-listener.openlineage.namespace",
      "On Flink 1.x it is 'execution.job-listener.openlineage.namespace', or the listener's builder.",
    ),
    "openlineage.job.name": instead(
      "execution.job-listener.openlineage.job-name",
      "On Flink 1.x it is 'execution.job-listener.openlineage.job-name', or the listener's builder.",
    ),
  },
  "2": {
    "execution.job-listener.openlineage.namespace": instead(
      "openlineage.job.namespace",
      "It is for Flink 1.x; on Flink 2 it is 'openlineage.job.namespace'.",
    ),
    "execution.job-listener.openlineage.job-name": instead(
      "openlineage.job.name",
      "It is for Flink 1.x; on Flink 2 it is 'openlineage.job.name'.",
    ),
  },
};
