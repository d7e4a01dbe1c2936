import type { Setting } from "../../job/target.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A key of Flink's configuration that OpenLineage does not read. */
export const keyWithoutEffect: Rule = {
  id: "key-without-effect",
  severity: "information",
  what: "A key for OpenLineage is set that its connector does not read.",
  why: "It is documented elsewhere, or for another version of Flink, and nothing happens. Recorded: opt-flink-conf-keys.",
  fix: "Use the key that the message names.",
  check: (subject) => {
    const keys = new Map([
      ...(subject.target.flinkConfiguration?.values ?? []),
      ...subject.jobs.flatMap((it) => [...it.job.settings]),
    ]);
    return [...keys].flatMap(([key, setting]) => findingOf(subject, key, setting));
  },
};

function findingOf({ target }: Subject, key: string, { at }: Setting): readonly Finding[] {
  const instead = isFlink1(target) ? insteadOn1[key] : insteadOn2[key];
  return instead === undefined || at === undefined
    ? []
    : [{ at, message: `'${key}' has no effect. ${instead}` }];
}

const insteadOn2: Readonly<Record<string, string>> = {
  "openlineage.resolveTopicPattern":
    "OpenLineage reads 'openlineage.dataset.kafka.resolveTopicPattern'.",
  "openlineage.facets.disabled":
    "OpenLineage reads 'openlineage.facets.NAME.disabled' for each facet.",
  "execution.job-listener.openlineage.namespace":
    "It is for Flink 1.x; on Flink 2 it is 'openlineage.job.namespace'.",
  "execution.job-listener.openlineage.job-name":
    "It is for Flink 1.x; on Flink 2 it is 'openlineage.job.name'.",
};

const insteadOn1: Readonly<Record<string, string>> = {
  "openlineage.facets.disabled":
    "OpenLineage reads 'openlineage.facets.NAME.disabled' for each facet.",
};
