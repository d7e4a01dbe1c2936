import type { Setting } from "../../job/target.ts";
import type { Fix } from "../fix.ts";
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
  if (instead === undefined || at === undefined) {
    return [];
  }
  const { message, to } = instead;
  const renamed: readonly Fix[] =
    to === undefined
      ? []
      : [
          {
            title: `Set ${to} in its place (it then has an effect)`,
            reach: "alone",
            asks: [{ kind: "rename-setting", at, key, to }],
          },
        ];
  const removed: Fix = {
    title: `Remove ${key}`,
    reach: "save",
    asks: [{ kind: "remove-setting", at, key }],
  };
  return [{ at, message: `'${key}' has no effect. ${message}`, fixes: [...renamed, removed] }];
}

interface Instead {
  readonly message: string;
  /** The key that does what this one seems to do. */
  readonly to?: string;
}

const facets: Instead = {
  message: "OpenLineage reads 'openlineage.facets.NAME.disabled' for each facet.",
};

const insteadOn2: Readonly<Record<string, Instead>> = {
  "openlineage.resolveTopicPattern": {
    message: "OpenLineage reads 'openlineage.dataset.kafka.resolveTopicPattern'.",
    to: "openlineage.dataset.kafka.resolveTopicPattern",
  },
  "openlineage.facets.disabled": facets,
  "execution.job-listener.openlineage.namespace": {
    message: "It is for Flink 1.x; on Flink 2 it is 'openlineage.job.namespace'.",
    to: "openlineage.job.namespace",
  },
  "execution.job-listener.openlineage.job-name": {
    message: "It is for Flink 1.x; on Flink 2 it is 'openlineage.job.name'.",
    to: "openlineage.job.name",
  },
};

const insteadOn1: Readonly<Record<string, Instead>> = { "openlineage.facets.disabled": facets };
