import { connectorNamed } from "../../connectors/find.ts";
import { connectorVersion, isAtLeast } from "../../connectors/versions.ts";
import type { Endpoint, Job } from "../../job/job.ts";
import type { Fix } from "../fix.ts";
import type { Finding, LintedJob, Rule, Subject } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A connector's version with which OpenLineage loses datasets, or the whole event. */
export const lossyConnector: Rule = {
  id: "lossy-connector",
  subject: "build",
  severity: "information",
  what: "The build for Flink 1.x holds a connector in a version that OpenLineage cannot read.",
  why: "Datasets or whole events are lost, though the job runs and its code is right. Recorded: kafka34-sink-topic-lost, jdbc33-breaks-kafka, jdbc32-legacy-sink, cassandra-sink.",
  fix: "Use the version that the message names.",
  check: (subject) =>
    isFlink1(subject.target) ? known.flatMap((it) => findingsOf(subject, it)) : [],
};

/** A version, what it does to lineage, and the jobs that show it. */
interface Known {
  readonly connector: string;
  readonly versions: (version: string, flink: string) => boolean;
  readonly says: string;
  readonly use: { readonly says: string; readonly version: string | undefined };
  readonly hits: (it: LintedJob) => boolean;
  /** Whether the job itself fails. */
  readonly fails?: true;
}

const noClass = "java.lang.NoClassDefFoundError";

const known: readonly Known[] = [
  {
    connector: "kafka",
    versions: (version) => isAtLeast(version, 3, 4),
    says: "a KafkaSink with setTopic(...) is missing from the event's outputs",
    use: { says: "3.3", version: "3.3.0-1.20" },
    hits: ({ job }) => uses(job, "kafka", (it) => it.role === "sink" && it.invisible !== undefined),
  },
  {
    connector: "jdbc",
    versions: (version) => isAtLeast(version, 3, 3),
    says: "no START is sent for any job with a source, whether it uses JDBC or not",
    use: { says: "3.1", version: "3.1.2-1.18" },
    hits: ({ prediction: { cause } }) => cause?.kind === "listener" && cause.exception === noClass,
  },
  {
    connector: "jdbc",
    versions: (version) => isAtLeast(version, 3, 2) && !isAtLeast(version, 3, 3),
    says: "no START is sent for a job with a JdbcInputFormat or a JdbcSink.sink(...)",
    use: { says: "3.1", version: "3.1.2-1.18" },
    hits: ({ job }) => uses(job, "jdbc", (it) => it.failure?.exception === noClass),
  },
  {
    connector: "cassandra",
    versions: (version, flink) => version.endsWith("-1.16") && /^1\.(19|20)(\.|$)/.test(flink),
    says: "a job that uses it does not start on this Flink, whose classes have moved",
    use: { says: "the one of this Flink", version: undefined },
    hits: ({ job }) => uses(job, "cassandra", () => true),
    fails: true,
  },
];

function uses(job: Job, connector: string, how: (it: Endpoint) => boolean): boolean {
  return [...job.sources, ...job.sinks].some((it) => it.connector === connector && how(it));
}

/** A warning where a job of the file shows it; else a word of advance, where the project has OpenLineage at all. */
function findingsOf({ target, jobs }: Subject, it: Known): readonly Finding[] {
  const { buildFile: file, dependencies, flink } = target;
  const found = connectorNamed(it.connector);
  const version = found && connectorVersion(found.connector, dependencies);
  if (
    file === undefined ||
    found === undefined ||
    version === undefined ||
    !it.versions(version, flink.value ?? "")
  ) {
    return [];
  }
  const hit = jobs.some(it.hits);
  const lists = dependencies.has("io.openlineage:openlineage-flink");
  if (!hit && (!lists || it.fails === true)) {
    return [];
  }
  return [
    {
      at: { file, range: { start: 0, end: 0 } },
      severity: !hit ? "information" : it.fails === true ? "error" : "warning",
      message: `${found.connector.title} ${version}: ${it.says}. Use ${it.use.says}.`,
      fixes: fixesOf(target, it, version),
    },
  ];
}

function fixesOf(
  { buildFile: file, dependencies }: Subject["target"],
  { connector, use }: Known,
  version: string,
): readonly Fix[] {
  const artifact = [...dependencies].find(
    ([name, it]) => it === version && name.includes(`connector-${connector}`),
  )?.[0];
  return file === undefined || artifact === undefined || use.version === undefined
    ? []
    : [
        {
          title: `Take ${artifact.slice(artifact.indexOf(":") + 1)} ${use.version} (the job runs with another connector)`,
          reach: "alone",
          asks: [{ kind: "set-version", file, artifact, version: use.version }],
        },
      ];
}
