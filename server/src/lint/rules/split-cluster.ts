import { grouped } from "../grouped.ts";
import type { Finding, KafkaServers, Rule } from "../rule.ts";

/** One Kafka cluster under two namespaces. */
export const splitCluster: Rule = {
  id: "split-cluster",
  subject: "project",
  severity: "warning",
  what: "Sources and sinks of the workspace name one Kafka cluster by lists of servers that begin with different ones.",
  why: "The namespace is the first server of the list, as it is typed: one topic becomes two datasets, and the lineage breaks between them. Recorded: kafka-topics-varargs, sql-kafka-servers-semicolon.",
  fix: "Write the servers in one order everywhere, or give the cluster a name by a namespace resolver (dataset.namespaceResolvers of openlineage.yml).",
  check: () => [],
  compare: (files) => {
    const used = files.flatMap((it) => it.jobs).flatMap((it) => it.clusters);
    return clustersOf(used).flatMap(split);
  },
};

/** What names a server in common is one cluster. */
function clustersOf(used: readonly KafkaServers[]): readonly (readonly KafkaServers[])[] {
  let clusters: readonly (readonly KafkaServers[])[] = [];
  for (const it of used) {
    const touches = (cluster: readonly KafkaServers[]) =>
      cluster.some(({ servers }) => servers.some((server) => it.servers.includes(server)));
    clusters = [
      ...clusters.filter((cluster) => !touches(cluster)),
      [...clusters.filter(touches).flat(), it],
    ];
  }
  return clusters;
}

/** The namespace that is used most is taken for the cluster's own; of each other the first place is told. */
function split(cluster: readonly KafkaServers[]): readonly Finding[] {
  const byNamespace = grouped(cluster, (it) => it.namespace);
  const [most, ...others] = [...byNamespace].sort((one, other) => other[1].length - one[1].length);
  return others.flatMap(([namespace, [first]]) =>
    first === undefined
      ? []
      : [
          {
            at: first.at,
            message: `One cluster, two namespaces: '${namespace}' here, '${most?.[0]}' in ${most?.[1][0]?.at.file}. The same topic becomes two datasets.`,
          },
        ],
  );
}
