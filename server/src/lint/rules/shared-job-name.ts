import type { Location } from "../../text/range.ts";
import { grouped } from "../grouped.ts";
import type { Finding, LintedJob, Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** Several jobs of one file under one name. */
export const sharedJobName: Rule = {
  id: "shared-job-name",
  subject: "job",
  severity: "warning",
  what: "Several jobs of one script or program, or of several files of the workspace, are sent under one namespace and name.",
  why: "Backends take them for runs of one job, whose inputs and outputs change each time. Recorded: sql-two-inserts-and-set, lifecycle-two-executes.",
  fix: "Put the INSERTs into one statement set, or give each job a name of its own.",
  check: (subject) => shared(sendingJobs(subject)),
  compare: (files) => {
    const jobs = files.flatMap(({ file, jobs }) => jobs.map((job) => ({ file, ...job })));
    const byName = grouped(jobs, (it) => JSON.stringify([it.namespace, it.name]));
    // A job that a class starts for several programs is told once.
    const found = [...byName.values()].flatMap(sharedByFiles);
    return [...new Map(found.map((it) => [`${it.at.file} ${it.at.range.start}`, it])).values()];
  },
};

/** Told once in each file; that a file has the name twice is told of the file alone. */
function sharedByFiles(
  jobs: readonly { readonly file: string; readonly name: string; readonly at: Location }[],
): readonly Finding[] {
  const files = grouped(jobs, (it) => it.file);
  return [...files].flatMap(([file, [first]]) => {
    const [other, ...more] = [...files.keys()].filter((it) => it !== file);
    return first === undefined || other === undefined
      ? []
      : [
          {
            at: first.at,
            message: `A job of ${other}${more.length === 0 ? "" : ` and of ${more.length} more`} is sent under the name '${first.name}' too: each takes the place of the other's lineage.`,
          },
        ];
  });
}

function shared(jobs: readonly LintedJob[]): readonly Finding[] {
  const names = new Set<string>();
  return jobs.flatMap(({ job, prediction }) => {
    const event = prediction.events[0];
    const name = `${event?.job.namespace}\u0000${event?.job.name}`;
    const earlier = names.has(name);
    names.add(name);
    return earlier
      ? [
          {
            at: job.at,
            message: `An earlier job of this file is sent under the name '${event?.job.name}' too.`,
          },
        ]
      : [];
  });
}
