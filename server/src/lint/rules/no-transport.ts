import { effectiveConfiguration } from "../../job/listeners.ts";
import type { Target } from "../../job/target.ts";
import type { Fix } from "../fix.ts";
import { projectPlace } from "../project-place.ts";
import type { Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** A wired project that does not say where events go. */
export const noTransport: Rule = {
  id: "no-transport",
  subject: "project",
  severity: "information",
  what: "Jobs of the project send lineage, and its configuration names no transport.",
  why: "OpenLineage then writes its events to the log of the console. The deployment may set one by OPENLINEAGE_URL or another file.",
  fix: "Set transport in openlineage.yml, or openlineage.transport.type in Flink's configuration.",
  check: (subject) => {
    const { target } = subject;
    const [first] = sendingJobs(subject);
    const at = projectPlace(subject, "openlineage");
    const tree = target.openlineageConfiguration?.tree;
    const inFile =
      typeof tree === "object" && tree !== null && !Array.isArray(tree) && "transport" in tree;
    if (first === undefined || at === undefined || inFile) {
      return [];
    }
    const keys = effectiveConfiguration(target, first.job.settings).keys();
    return [...keys].some((it) => it.startsWith("openlineage.transport."))
      ? []
      : [
          {
            at,
            message: "No transport is configured here: events go to the console's log.",
            fixes: fixesOf(target),
          },
        ];
  },
};

const example = "http://localhost:5000";

function fixesOf({ flinkConfiguration, openlineageConfiguration }: Target): readonly Fix[] {
  const own = openlineageConfiguration?.from;
  const from = own ?? flinkConfiguration?.from;
  const lead = own === undefined ? "openlineage." : "";
  return from?.kind !== "file"
    ? []
    : [
        {
          title: `Add a transport to ${from.file} (its address is left to you)`,
          reach: "alone",
          asks: [
            {
              kind: "set-keys",
              file: from.file,
              values: [
                [`${lead}transport.type`, "http"],
                [`${lead}transport.url`, example],
              ],
            },
          ],
        },
      ];
}
