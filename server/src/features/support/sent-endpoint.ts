import { connectorTitle } from "../../connectors/find.ts";
import type { Endpoint, Job } from "../../job/job.ts";
import type { Dataset, RunEvent } from "../../openlineage/event.ts";
import type { Prediction } from "../../openlineage/prediction.ts";
import type { Location } from "../../text/range.ts";
import { secretsHidden } from "../../text/redacted.ts";
import { sentenceOf } from "../../values/texts.ts";
import type { Unknown } from "../../values/value.ts";
import type { Document } from "../feature.ts";
import { positionsFor } from "./places.ts";

/** A source or sink of a job with what is predicted of the job. */
export interface FoundEndpoint {
  readonly endpoint: Endpoint;
  readonly job: Job;
  readonly prediction: Prediction;
}

/** The sources and sinks of a program's jobs. */
export function endpointsIn(document: Document): readonly FoundEndpoint[] {
  return jobsIn(document).flatMap(({ job, prediction }) =>
    [...job.sources, ...job.sinks].map((endpoint) => ({ endpoint, job, prediction })),
  );
}

/** The jobs, each with its prediction. */
export function jobsIn({
  jobs,
  predictions,
}: Document): readonly { readonly job: Job; readonly prediction: Prediction }[] {
  return jobs.flatMap((job, index) => {
    const prediction = predictions[index];
    return prediction === undefined ? [] : [{ job, prediction }];
  });
}

/** The event that is sent first, else the one that would be. */
export function shownEvent({ events, ifWired }: Prediction): RunEvent | undefined {
  return events[0] ?? ifWired[0];
}

/** A dataset of the event as it may be shown: without the credentials in it, and whether there are any. */
export interface SentDataset {
  readonly dataset: Dataset;
  readonly hides: boolean;
  readonly pointer: string;
}

/** The datasets of a source or sink in the event. */
export function sentDatasetsOf({ endpoint, prediction }: FoundEndpoint): readonly SentDataset[] {
  const event = shownEvent(prediction);
  return (prediction.datasets.get(endpoint) ?? []).flatMap((pointer) => {
    const [, side, index] = pointer.split("/");
    const dataset = (side === "inputs" ? event?.inputs : event?.outputs)?.[Number(index)];
    if (dataset === undefined) {
      return [];
    }
    const { shown, hides } = secretsHidden(dataset);
    return [{ dataset: shown, hides, pointer }];
  });
}

/** What people call a source or sink: by its class, else its connector, else the method that makes it. */
export function titleOf(document: Document, endpoint: Endpoint): string {
  const { class: objectClass, at } = endpoint;
  const simple = objectClass?.name.split(".").at(-1);
  return simple ?? systemOf(endpoint) ?? methodAt(document, at[0]) ?? "unknown";
}

/** The name for people of the system behind it. */
export function systemOf({ connector }: Endpoint): string | undefined {
  return connector === undefined ? undefined : connectorTitle(connector);
}

/** The name of the method that is called at a place. */
function methodAt(document: Document, at: Location | undefined): string | undefined {
  if (at === undefined) {
    return undefined;
  }
  return positionsFor(document, at.file)?.text.slice(at.range.start, at.range.end);
}

/** Why a source or sink is not in the event, and where the reason stands; undefined where it is in it. */
export interface Absence {
  readonly kind: "unseen" | "unknown" | "fails" | "left-out";
  readonly why: string;
  readonly exception?: string | undefined;
  readonly at: Location | undefined;
}

export function absenceOf(document: Document, found: FoundEndpoint): Absence | undefined {
  const { endpoint, prediction } = found;
  if (prediction.datasets.has(endpoint)) {
    return undefined;
  }
  const { failure, undecided, invisible, presence, datasets } = endpoint;
  if (failure !== undefined) {
    return { kind: "fails", why: failure.message, exception: failure.exception, at: failure.at };
  }
  if (invisible !== undefined) {
    return { kind: "unseen", why: invisible, at: undefined };
  }
  if (undecided !== undefined) {
    return unknown(undecided);
  }
  if (presence.kind === "byInput") {
    return { kind: "left-out", why: presence.message, at: undefined };
  }
  const told = prediction.unresolved.find((it) => it.endpoint === endpoint);
  if (told !== undefined) {
    return { kind: "unknown", why: told.message, at: told.at };
  }
  if (datasets.length === 0) {
    const method = methodAt(document, endpoint.at[0]);
    const why =
      endpoint.class === undefined && method !== undefined
        ? `Flink's own '${method}' is no dataset for OpenLineage's listener.`
        : "OpenLineage's listener does not see it.";
    return { kind: "unseen", why, at: undefined };
  }
  const open = datasets
    .flatMap((it) => [it.namespace, it.name])
    .find((it) => it?.kind === "unknown");
  if (open?.kind === "unknown") {
    return unknown(open);
  }
  return shownEvent(prediction) === undefined
    ? undefined
    : {
        kind: "left-out",
        why: "OpenLineage's listener looks at what leads to a sink or to an operator with one input; this does not.",
        at: undefined,
      };
}

function unknown(value: Unknown): Absence {
  return { kind: "unknown", why: sentenceOf(value), at: value.at[0] };
}
