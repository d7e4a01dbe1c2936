import { effectiveConfiguration, listItems } from "../../job/listeners.ts";
import type { Setting } from "../../job/target.ts";
import type { Fix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

const listenerClass = "io.openlineage.flink.OpenLineageFlinkJobListener";

/** The 1.x listener named in Flink's configuration. */
export const listenerInConfiguration: Rule = {
  id: "listener-in-configuration",
  subject: "configuration",
  severity: "error",
  what: "execution.job-listeners names OpenLineageFlinkJobListener.",
  why: "Flink makes it by a constructor without arguments, which it does not have: no environment can be made, and the job does not start. Recorded: config-job-listeners-key.",
  fix: "Take it off the list and register the listener in the job.",
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job }) => {
      const key = effectiveConfiguration(target, job.settings).get("execution.job-listeners");
      return isFlink1(target) && listItems(key).includes(listenerClass)
        ? [
            {
              at: key?.at ?? job.at,
              fixes: key === undefined ? [] : fixesOf(key),
              message:
                "'execution.job-listeners' names OpenLineage's listener, which Flink cannot make: the job does not start. Register it in the job instead.",
            },
          ]
        : [];
    }),
};

function fixesOf(setting: Setting): readonly Fix[] {
  const { at } = setting;
  const key = "execution.job-listeners";
  const others = listItems(setting).filter((it) => it !== listenerClass);
  return at === undefined
    ? []
    : [
        {
          title: "Take it off the list (the job will start)",
          reach: "alone",
          asks: [
            others.length === 0
              ? { kind: "remove-setting", at, key }
              : { kind: "set-list", at, key, items: others },
          ],
        },
      ];
}
