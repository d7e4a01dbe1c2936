import type { Endpoint } from "../../job/job.ts";
import { holdsNoData } from "../data-free.ts";
import type { Finding, Rule } from "../rule.ts";
import { shortName } from "../short-name.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** A table that is sent by Flink's name for it alone. */
export const emptyNamespace: Rule = {
  id: "empty-namespace",
  subject: "job",
  severity: "warning",
  what: "A table of a connector that OpenLineage cannot name is read or written on Flink 2.",
  why: "Its dataset has an empty namespace and the name that the script gives to the table: no other tool knows it, and tables of one name in two scripts are taken for one. Recorded: sql-filesystem-partitioned, sql-iceberg-catalog, sql-paimon-catalog.",
  fix: "Nothing in the script helps: name the dataset where the events are read, or turn the rule off here.",
  check: (subject) => {
    const told = new Set<string>();
    return isFlink1(subject.target)
      ? []
      : sendingJobs(subject).flatMap(({ job }) =>
          [...job.sources, ...job.sinks].flatMap((it) => findingOf(it, told)),
        );
  },
};

/** Each table is told once for a file. */
function findingOf(endpoint: Endpoint, told: Set<string>): readonly Finding[] {
  const { table, connector, datasets, presence, at } = endpoint;
  if (!datasets.some((it) => it.namespace.kind === "derived" && it.namespace.text === "")) {
    return [];
  }
  const [place] = at;
  if (
    table === undefined ||
    connector === undefined ||
    place === undefined ||
    presence.kind === "byInput" ||
    holdsNoData(endpoint) ||
    told.has(table)
  ) {
    return [];
  }
  told.add(table);
  return [
    {
      at: place,
      message: `OpenLineage cannot name what is behind ${shortName(table)}: it is sent as '${table}' with an empty namespace.`,
    },
  ];
}
