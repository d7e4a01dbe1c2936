import type { Endpoint, Job } from "../../job/job.ts";
import { effectiveConfiguration, listItems } from "../../job/listeners.ts";
import type { Setting, Target } from "../../job/target.ts";
import { constantOf } from "../../values/texts.ts";
import type { Value } from "../../values/value.ts";
import { type OpenLineageConfiguration, openlineageConfiguration } from "../configuration.ts";
import type { RunEvent } from "../event.ts";
import { producerOf } from "../facet.ts";
import type { Cause, Prediction, Unresolved } from "../prediction.ts";
import { assumptionsOf } from "./assumptions.ts";
import { sentDatasets } from "./datasets.ts";
import { type Draft, newDraft, runIdOf, runTimeInputs } from "./draft.ts";
import { lostAnyway } from "./if-wired.ts";
import { startEvent } from "./start-event.ts";
import { newestAdapter, newestFlink } from "./versions.ts";

/** The key of Flink 2.x that names listeners, and the class that OpenLineage's connector adds. */
const listenersKey = "execution.job-status-changed-listeners";
const listenerFactory = "io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory";

/** What OpenLineage's connector sends for a job on Flink 2.x, or why it sends nothing. */
export function predictFlink2(target: Target, job: Job): Prediction {
  const flink = effectiveConfiguration(target, job.settings);
  const configuration = openlineageConfiguration(target, flink);
  const listeners = listenersOf(target, job, flink);
  const frame = {
    main: job.main,
    at: job.at,
    flink: target.flink.value,
    assumed: assumptionsOf(target, { listener: listeners.kind === "assumed" }),
  };
  const cause = causeOf(target, job, configuration, listeners);
  if (cause !== undefined && cause.kind !== "wiring") {
    const outcome =
      cause.kind === "program" || cause.kind === "listener" ? "exception" : "no-event";
    return { ...frame, ...nothingSent, outcome, cause };
  }
  const draft = newDraft();
  const event = eventOf(target, job, { configuration, flink }, draft);
  for (const doubt of job.doubts ?? []) {
    draft.unresolved.push({ what: "presence", pointer: undefined, ...doubt });
  }
  const rest = {
    inputs: runTimeInputs(draft),
    unresolved: draft.unresolved,
    origins: draft.origins,
    datasets: draft.datasets,
  };
  if (cause !== undefined) {
    const ifWired = lostWhenWired(job, configuration) === undefined ? [event] : [];
    return {
      ...frame,
      ...nothingSent,
      outcome: "no-event",
      cause,
      ifWired,
      ...(ifWired.length > 0 ? rest : {}),
    };
  }
  const events =
    listeners.count === 1
      ? [event]
      : Array.from({ length: listeners.count }, (_, index) => withRun(event, index));
  return { ...frame, outcome: "events", cause: undefined, events, ifWired: [], ...rest };
}

const nothingSent = {
  events: [],
  ifWired: [],
  inputs: [],
  unresolved: [],
  origins: new Map<string, readonly Value[]>(),
  datasets: new Map<Endpoint, readonly string[]>(),
} as const;

interface Listeners {
  readonly kind: "named" | "assumed" | "none";
  readonly count: number;
}

function listenersOf(target: Target, job: Job, flink: ReadonlyMap<string, Setting>): Listeners {
  const count = listItems(flink.get(listenersKey)).filter((it) => it === listenerFactory).length;
  if (count > 0) {
    return { kind: "named", count };
  }
  // Without any configuration in the project, the cluster's is taken to name the listener.
  return target.flinkConfiguration === undefined && !job.settings.has(listenersKey)
    ? { kind: "assumed", count: 1 }
    : { kind: "none", count: 0 };
}

/** Why nothing is sent, the strongest reason first. */
function causeOf(
  target: Target,
  job: Job,
  configuration: OpenLineageConfiguration,
  listeners: Listeners,
): Cause | undefined {
  if (job.failure !== undefined) {
    return { kind: "program", ...job.failure };
  }
  const lost = lostWhenWired(job, configuration);
  if (listeners.kind === "none") {
    const file = target.flinkConfiguration?.from;
    const where = file?.kind === "file" ? file.file : "Flink's configuration";
    const message = `${where} does not name OpenLineage's listener under '${listenersKey}'.`;
    return lostAnyway({ kind: "wiring", exception: undefined, message, at: undefined }, lost);
  }
  return lost;
}

/** What keeps a listener that is named from sending. */
function lostWhenWired(job: Job, configuration: OpenLineageConfiguration): Cause | undefined {
  if (configuration.failure !== undefined) {
    return {
      // The listener is made while the job is submitted: the exception reaches the program.
      kind: "program",
      ...configuration.failure,
      at: undefined,
    };
  }
  if (configuration.disabledBy !== undefined) {
    return {
      kind: "disabled",
      exception: undefined,
      message: `OpenLineage is switched off by ${configuration.disabledBy}.`,
      at: undefined,
    };
  }
  if (job.start === "collect") {
    return {
      kind: "listener",
      exception: undefined,
      message:
        "The rows go to the client through a table without options; the listener fails on it and drops the START event.",
      at: job.at,
    };
  }
  return undefined;
}

interface Settings {
  readonly configuration: OpenLineageConfiguration;
  readonly flink: ReadonlyMap<string, Setting>;
}

function eventOf(target: Target, job: Job, settings: Settings, draft: Draft): RunEvent {
  const { configuration } = settings;
  const adapter = target.openlineage.value ?? newestAdapter;
  const producer = producerOf(adapter);
  const context = { producer, configuration, broker: target.broker, series: "2" as const };
  const inputs = sentDatasets(context, "inputs", job.sources, draft);
  const outputs = sentDatasets(context, "outputs", job.sinks, draft);
  return startEvent(
    { producer, adapter, flink: target.flink.value ?? newestFlink, configuration },
    {
      namespace: configuration.jobNamespace ?? "flink-jobs",
      name: jobNameOf(job, settings, draft),
      processingType: processingTypeOf(job.sources, draft),
      inputs: inputs.datasets,
      outputs: outputs.datasets,
    },
  );
}

function jobNameOf(job: Job, { configuration, flink }: Settings, draft: Draft): string {
  const { argument, default: fallback } = job.names;
  const pipelineName = flink.get("pipeline.name");
  if (configuration.jobName !== undefined) {
    return configuration.jobName;
  }
  if (argument === undefined && pipelineName !== undefined) {
    if (pipelineName.at !== undefined) {
      draft.origins.set("/job/name", [constantOf(pipelineName.value, [pipelineName.at])]);
    }
    return pipelineName.value;
  }
  return draft.text("/job/name", argument ?? fallback, "name") ?? "";
}

/** OpenLineage's JobTypeUtils: STREAMING if one source with lineage says that it is unbounded. */
function processingTypeOf(sources: readonly Endpoint[], draft: Draft): "STREAMING" | "BATCH" {
  const lineage = sources.filter((it) => it.boundedness !== "none");
  const certain = lineage.filter((it) => it.presence.kind === "certain");
  if (certain.some((it) => it.boundedness === "unbounded")) {
    return "STREAMING";
  }
  const doubtful = lineage.find(
    (it) =>
      it.boundedness === "unknown" ||
      (it.boundedness === "unbounded" && it.presence.kind === "uncertain"),
  );
  if (doubtful === undefined) {
    return "BATCH";
  }
  draft.unresolved.push({
    what: "facet",
    pointer: "/job/facets/jobType/processingType",
    reason: "boundedness",
    message: `Whether the job is a streaming job rests on ${doubtful.table ?? doubtful.connector ?? "a source"}, of which it is not known whether it ends.`,
    at: doubtful.at[0],
  } satisfies Unresolved);
  return doubtful.boundedness === "unbounded" ? "STREAMING" : "BATCH";
}

function withRun(event: RunEvent, index: number): RunEvent {
  return index === 0 ? event : { ...event, run: { ...event.run, runId: runIdOf(index) } };
}
