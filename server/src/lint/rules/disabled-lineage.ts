import type { Job } from "../../job/job.ts";
import { effectiveConfiguration } from "../../job/listeners.ts";
import type { Target, Tree, TreeMap } from "../../job/target.ts";
import type { Ask, Fix } from "../fix.ts";
import type { Rule } from "../rule.ts";

/** Lineage that is switched off. */
export const disabledLineage: Rule = {
  id: "disabled-lineage",
  severity: "information",
  what: "OpenLineage is switched off by a setting.",
  why: "Nothing is sent, by intent or by a setting that was left behind. Recorded: opt-env-disabled.",
  fix: "Take the setting back.",
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job, prediction: { cause } }) =>
      cause?.kind === "disabled"
        ? [{ at: cause.at ?? job.at, message: cause.message, fixes: fixesOf(target, job) }]
        : [],
    ),
};

const key = "openlineage.transport.type";

function fixesOf(target: Target, job: Job): readonly Fix[] {
  const setting = effectiveConfiguration(target, job.settings).get(key);
  const asks: readonly Ask[] = [
    ...(setting?.value === "noop" && setting.at !== undefined
      ? [{ kind: "remove-setting" as const, at: setting.at, key }]
      : []),
    ...inFile(target),
  ];
  return asks.length === 0
    ? []
    : [{ title: "Remove the transport noop (jobs will send lineage)", reach: "alone", asks }];
}

/** `transport.type` of openlineage.yml. */
function inFile({ openlineageConfiguration }: Target): readonly Ask[] {
  const { from, tree } = openlineageConfiguration ?? {};
  const transport = isMap(tree) ? tree.transport : undefined;
  return from?.kind === "file" && isMap(transport) && transport.type === "noop"
    ? [
        {
          kind: "remove-setting",
          at: { file: from.file, range: { start: 0, end: 0 } },
          key: "transport.type",
        },
      ]
    : [];
}

function isMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}
