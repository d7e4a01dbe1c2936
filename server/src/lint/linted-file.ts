import type { Job } from "../job/job.ts";
import { effectiveConfiguration } from "../job/listeners.ts";
import { openlineageConfiguration } from "../openlineage/configuration.ts";
import { resolvedNamespace } from "../openlineage/namespace-resolvers.ts";
import { rendered } from "../values/rendered.ts";
import type {
  KafkaServers,
  LintedFile,
  LintedJob,
  SentJob,
  Severities,
  Subject,
  UsedResolver,
} from "./rule.ts";
import { sendingJobs } from "./wired-jobs.ts";

/** What is compared of a file. */
export function linted(
  subject: Pick<Subject, "file" | "jobs" | "target"> & {
    readonly text: string;
    readonly severities: Severities;
  },
): LintedFile {
  const { file, text, severities } = subject;
  const resolvers = resolversOf(subject);
  const jobs = sendingJobs(subject).flatMap((it) => sent(subject, it));
  return { file, text, severities, loads: [], jobs, resolvers };
}

function sent(
  { target }: Pick<Subject, "target">,
  { job, prediction }: LintedJob,
): readonly SentJob[] {
  const event = prediction.events[0];
  if (event === undefined) {
    return [];
  }
  const flink = effectiveConfiguration(target, job.settings);
  const { resolvers } = openlineageConfiguration(target, flink);
  const clusters = serversOf(job).map((it) => ({
    ...it,
    namespace: resolvedNamespace(resolvers, it.namespace),
  }));
  const { namespace, name } = event.job;
  return [{ at: job.at, namespace, name, clusters }];
}

function serversOf(job: Job): readonly KafkaServers[] {
  return [...job.sources, ...job.sinks]
    .filter((it) => it.presence.kind !== "byInput")
    .flatMap((it) => it.datasets.map(({ namespace }) => ({ namespace, place: it.at[0] })))
    .flatMap(({ namespace, place }): readonly KafkaServers[] => {
      if (namespace.kind === "unknown" || !namespace.text.startsWith("kafka://")) {
        return [];
      }
      const [from] = namespace.from;
      const text = from && rendered(from);
      const at = from?.at[0] ?? place;
      return text === undefined || "kind" in text || at === undefined
        ? []
        : [{ namespace: namespace.text, servers: hostsOf(text.text), at }];
    });
}

/** Hosts with ports, as people compare them: without the protocol, blanks and case. */
function hostsOf(servers: string): readonly string[] {
  return servers
    .split(/[,;]/)
    .map((it) =>
      it
        .trim()
        .toLowerCase()
        .replace(/^[a-z_]+:\/\//, ""),
    )
    .filter((it) => it !== "");
}

/** The resolvers of openlineage.yml against all namespaces that the file's jobs name; none where one is not known. */
function resolversOf({ target, jobs }: Pick<Subject, "jobs" | "target">): readonly UsedResolver[] {
  const namespaces = jobs
    .flatMap(({ job }) => [...job.sources, ...job.sinks])
    .flatMap((it) => it.datasets.map((dataset) => dataset.namespace));
  if (jobs.length === 0 || namespaces.some((it) => it.kind === "unknown")) {
    return [];
  }
  const keys = target.openlineageConfiguration?.keys ?? [];
  return openlineageConfiguration(target, new Map()).resolvers.flatMap((resolver) => {
    const path = `dataset.namespaceResolvers.${resolver.name}`;
    const at = keys.find((it) => it.path.join(".") === path)?.at;
    const used = namespaces.some(
      (it) => it.kind === "derived" && resolvedNamespace([resolver], it.text) !== it.text,
    );
    return at === undefined ? [] : [{ name: resolver.name, at, used }];
  });
}
