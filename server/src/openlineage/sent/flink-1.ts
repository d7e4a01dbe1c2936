import { connectorNamed } from "../../connectors/find.ts";
import { connectorVersion, isAtLeast } from "../../connectors/versions.ts";
import type { Endpoint, Job, Listener, Operator } from "../../job/job.ts";
import { effectiveConfiguration, listItems } from "../../job/listeners.ts";
import type { Setting, Target } from "../../job/target.ts";
import { type OpenLineageConfiguration, openlineageConfiguration } from "../configuration.ts";
import type { RunEvent } from "../event.ts";
import { producerOf } from "../facet.ts";
import type { Assumption, Cause, Prediction } from "../prediction.ts";
import { assumptionsOf } from "./assumptions.ts";
import { sentDatasets } from "./datasets.ts";
import { type Draft, newDraft, runIdOf, runTimeInputs } from "./draft.ts";
import { lostAnyway, type Named, wiredNames } from "./if-wired.ts";
import { startEvent } from "./start-event.ts";
import { newestAdapter } from "./versions.ts";

const listenerClass = "io.openlineage.flink.OpenLineageFlinkJobListener";
const namespaceKey = "execution.job-listener.openlineage.namespace";
const nameKey = "execution.job-listener.openlineage.job-name";

/** What OpenLineage's listener for Flink 1.x sends for a job of a program, or why it sends nothing. */
export function predictFlink1(target: Target, job: Job): Prediction {
  const flink = effectiveConfiguration(target, job.settings);
  const configuration = openlineageConfiguration(target, flink);
  const context: Context = { target, job, flink, configuration };
  const listeners = job.program?.listeners ?? [];
  const cause =
    programCause(context) ??
    (listeners.length === 0 ? withoutListener(context) : undefined) ??
    listeners.map((it) => listenerCause(context, it.operators)).find((it) => it !== undefined);
  const frame = {
    main: job.main,
    at: job.at,
    flink: target.flink.value,
    assumed: [...assumptionsOf(target, { listener: false }), ...connectorsAssumed(target, job)],
  };
  if (cause === undefined) {
    const drafts = listeners.map((it) => drafted(context, it.operators, namesOf(context, it)));
    return { ...frame, ...sent(drafts), outcome: "events", cause, ifWired: [] };
  }
  const fails = cause.kind === "program" || cause.kind === "listener";
  const nothing = {
    ...frame,
    ...sent([]),
    outcome: fails ? ("exception" as const) : ("no-event" as const),
    cause,
    ifWired: [],
  };
  return cause.kind === "wiring" ? { ...nothing, ...ifWired(context) } : nothing;
}

/** Which events a job gives depends on the connectors' versions; where the build tells none, those that OpenLineage reads are taken. */
function connectorsAssumed(target: Target, job: Job): readonly Assumption[] {
  const used = new Set([...job.sources, ...job.sinks].map((it) => it.connector));
  return versionsThatMatter
    .filter(({ id, since }) => used.has(id) && isAtLeast(target.flink.value, 1, since))
    .filter(({ id }) => {
      const found = connectorNamed(id);
      return (
        found !== undefined && connectorVersion(found.connector, target.dependencies) === undefined
      );
    })
    .map(({ artifact, version }) => ({
      what: "connector",
      value: `${artifact} ${version}`,
      why: `The build file does not tell the version of ${artifact}; newer ones lose datasets or the whole event.`,
    }));
}

/** `since`: the first 1.x that a newer connector was built for; before it there is none to lose anything. */
const versionsThatMatter = [
  { id: "kafka", artifact: "flink-connector-kafka", version: "3.3", since: 19 },
  { id: "jdbc", artifact: "flink-connector-jdbc", version: "3.1", since: 18 },
] as const;

interface Context {
  readonly target: Target;
  readonly job: Job;
  readonly flink: ReadonlyMap<string, Setting>;
  readonly configuration: OpenLineageConfiguration;
}

/** Why the program does not start the job. */
function programCause({ job, flink }: Context): Cause | undefined {
  const key = flink.get("execution.job-listeners");
  if (listItems(key).includes(listenerClass)) {
    return {
      kind: "program",
      exception: "java.lang.RuntimeException",
      message:
        "Flink cannot make the listener that 'execution.job-listeners' names: it has no constructor without arguments, so no environment can be made.",
      at: key?.at,
    };
  }
  return job.failure === undefined ? undefined : { kind: "program", ...job.failure };
}

/** That no listener is registered, and what would keep one from sending. */
function withoutListener(context: Context): Cause {
  const operators = context.job.program?.operators ?? [];
  return lostAnyway(wiringCause(context.job), listenerCause(context, operators));
}

function wiringCause(job: Job): Cause {
  const idle = job.program?.idleListeners.at(-1);
  const late = idle?.registered !== undefined;
  const other = job.program?.otherListener;
  if (idle === undefined && other !== undefined) {
    return {
      kind: "wiring",
      exception: undefined,
      message:
        "How the listener that is registered here is made cannot be followed; if it is OpenLineage's, the event is sent.",
      at: other,
    };
  }
  return {
    kind: "wiring",
    exception: undefined,
    message:
      idle === undefined
        ? "No OpenLineage listener is registered before this job is executed."
        : late
          ? "The OpenLineage listener is registered on another environment than the job's."
          : "The OpenLineage listener is built, but not registered on the environment before the job is executed.",
    at: idle?.built,
  };
}

/** What keeps a registered listener from sending; one failing dataset loses the whole START. */
function listenerCause(context: Context, operators: readonly Operator[]): Cause | undefined {
  const { target, configuration } = context;
  if (configuration.failure !== undefined) {
    return {
      kind: "listener",
      ...configuration.failure,
      at: undefined,
    };
  }
  const { sources, sinks } = visited(operators);
  // FlinkExecutionContext reads the sinks first, then the sources.
  const failing = [...sinks, ...sources].find(
    (it) => it.failure !== undefined && it.presence.kind !== "byInput",
  );
  if (failing?.failure !== undefined) {
    const { exception, message, at } = failing.failure;
    return { kind: "listener", exception, message, at: at ?? failing.at[0] };
  }
  return (
    jdbcCause(target, sources) ??
    brokerCause(target, sources) ??
    (configuration.disabledBy === undefined
      ? undefined
      : {
          kind: "disabled",
          exception: undefined,
          message: `OpenLineage is switched off by ${configuration.disabledBy}.`,
          at: undefined,
        })
  );
}

/** JdbcSourceVisitor is asked about every source, and asks for a class that the connector has moved. */
function jdbcCause(target: Target, sources: readonly Endpoint[]): Cause | undefined {
  const found = connectorNamed("jdbc");
  const version = found && connectorVersion(found.connector, target.dependencies);
  return sources.length > 0 && isAtLeast(version, 3, 3)
    ? {
        kind: "listener",
        exception: "java.lang.NoClassDefFoundError",
        message: `With flink-connector-jdbc ${version} on the class path OpenLineage's listener fails at every source: nothing is sent. Use 3.1.`,
        at: sources[0]?.at[0],
      }
    : undefined;
}

/** KafkaSourceWrapper asks the broker for the topics of a pattern while the job is submitted. */
function brokerCause({ broker }: Target, sources: readonly Endpoint[]): Cause | undefined {
  const source = sources.find((it) => it.datasets.some((d) => d.name?.kind === "topicPattern"));
  return source !== undefined && broker.kind === "unreachable"
    ? {
        kind: "listener",
        exception: "java.util.NoSuchElementException",
        message:
          "The listener asks the broker for the topics that match the pattern; where it cannot be reached, nothing is sent for the whole job.",
        at: source.at[0],
      }
    : undefined;
}

/** TransformationUtils: sinks in order; sources that lead to a sink or to an operator with one input, each object once. */
function visited(operators: readonly Operator[]): {
  readonly sources: readonly Endpoint[];
  readonly sinks: readonly Endpoint[];
} {
  const counted = operators.filter((it) => it.kind !== "other");
  return {
    sources: [...new Set(counted.flatMap((it) => it.sources))],
    sinks: counted.flatMap((it) => it.sink ?? []),
  };
}

/** The builder's values beat the configuration's keys, each on its own. */
function namesOf({ target }: Context, listener: Listener): Named {
  const settings = effectiveConfiguration(target, listener.settings);
  return {
    namespace: listener.namespace ?? settingName(settings.get(namespaceKey)) ?? fixed("flink_jobs"),
    name: listener.name ?? settingName(settings.get(nameKey)) ?? fixed("Flink Streaming Job"),
    mode: settings.get("execution.runtime-mode")?.value ?? "STREAMING",
  };
}

function fixed(text: string): Named["name"] {
  return { kind: "derived", text, from: [] };
}

function settingName(setting: Setting | undefined): Named["name"] | undefined {
  if (setting === undefined) {
    return undefined;
  }
  const at = setting.at === undefined ? [] : [setting.at];
  return {
    kind: "derived",
    text: setting.value,
    from: [{ kind: "constant", value: setting.value, at }],
  };
}

interface Drafted {
  readonly event: RunEvent;
  readonly draft: Draft;
}

function drafted(context: Context, operators: readonly Operator[], named: Named): Drafted {
  const draft = newDraft();
  const { target, configuration } = context;
  const adapter = target.openlineage.value ?? newestAdapter;
  const producer = producerOf(adapter);
  const sides = visited(operators);
  const sent = { producer, configuration, broker: target.broker, series: "1" as const };
  const inputs = sentDatasets(sent, "inputs", sides.sources, draft).datasets;
  const outputs = sentDatasets(sent, "outputs", sides.sinks, draft).datasets;
  for (const doubt of context.job.doubts ?? []) {
    draft.unresolved.push({ what: "presence", pointer: undefined, ...doubt });
  }
  const event = startEvent(
    { producer, adapter, flink: target.flink.value ?? "1.20.3", configuration },
    {
      namespace: draft.text("/job/namespace", named.namespace, "namespace") ?? "",
      name: draft.text("/job/name", named.name, "name") ?? "",
      processingType: processingType(named.mode, operators, draft),
      inputs,
      outputs,
    },
  );
  return { event, draft };
}

/** JobTypeUtils.extract: the mode as it was when the listener was built; AUTOMATIC looks at the sources of all operators. */
function processingType(
  mode: string,
  operators: readonly Operator[],
  draft: Draft,
): "STREAMING" | "BATCH" {
  if (mode.toUpperCase() !== "AUTOMATIC") {
    return mode.toUpperCase() === "BATCH" ? "BATCH" : "STREAMING";
  }
  const sources = operators.flatMap((it) => it.sources);
  if (sources.some((it) => it.boundedness === "unbounded")) {
    return "STREAMING";
  }
  const doubtful = sources.find((it) => it.boundedness === "unknown");
  if (doubtful !== undefined) {
    draft.unresolved.push({
      what: "facet",
      pointer: "/job/facets/jobType/processingType",
      reason: "boundedness",
      message: "The runtime mode is AUTOMATIC, and it is not known whether this source ends.",
      at: doubtful.at[0],
    });
    return "STREAMING";
  }
  return "BATCH";
}

type Sent = Pick<Prediction, "events" | "inputs" | "unresolved" | "origins" | "datasets">;

/** The events of all listeners; notes are those of the first. */
function sent(drafts: readonly Drafted[]): Sent {
  const draft = drafts[0]?.draft ?? newDraft();
  return {
    events: drafts.map(({ event }, index) => ({
      ...event,
      run: { ...event.run, runId: runIdOf(index) },
    })),
    inputs: runTimeInputs(draft),
    unresolved: draft.unresolved,
    origins: draft.origins,
    datasets: draft.datasets,
  };
}

/** What would be sent, were a listener registered. */
function ifWired(context: Context): Sent & Pick<Prediction, "ifWired"> {
  const operators = context.job.program?.operators ?? [];
  const lost = listenerCause(context, operators);
  if (context.job.program === undefined || lost !== undefined) {
    return { ...sent([]), ifWired: [] };
  }
  const idle = context.job.program.idleListeners.at(-1);
  const own = idle === undefined ? undefined : namesOf(context, idle);
  const names = wiredNames(context, { idle, own });
  const { events, ...rest } = sent([drafted(context, operators, names)]);
  return { ...rest, events: [], ifWired: events };
}
