import type { Endpoint } from "../../job/job.ts";
import type { Dataset } from "../../openlineage/event.ts";
import { hiddenNote, withoutSecrets } from "../../text/redacted.ts";
import type { Value } from "../../values/value.ts";
import type { Document } from "../feature.ts";
import { because, fieldCount, namesOf } from "./job-card.ts";
import { code, escaped, prose, table } from "./markdown.ts";
import { originItem } from "./origins.ts";
import { placeLink } from "./places.ts";
import {
  absenceOf,
  type FoundEndpoint,
  type SentDataset,
  sentDatasetsOf,
  systemOf,
  titleOf,
} from "./sent-endpoint.ts";

const most = 6;

/** Sources and sinks at one place of a program: their datasets as they are sent, or why they are not, and where the names came from. */
export function endpointsCard(document: Document, found: readonly FoundEndpoint[]): string {
  // One source or sink may be part of several jobs.
  const jobs = new Map<string, FoundEndpoint[]>();
  for (const it of found) {
    const body = endpointBody(document, it);
    jobs.set(body, [...(jobs.get(body) ?? []), it]);
  }
  const cards = [...jobs].map(([body, of]) => [body, ...fatesOf(of)].join("\n\n"));
  const more = cards.length - most;
  return [
    ...cards.slice(0, most),
    ...(more > 0 ? [`*and ${more} more: the code runs several times*`] : []),
  ].join("\n\n---\n\n");
}

function endpointBody(document: Document, found: FoundEndpoint): string {
  const sent = sentDatasetsOf(found);
  const parts = sent.length === 0 ? absentParts(document, found) : sentParts(document, found, sent);
  const hidden = sent.some((it) => it.hides) ? hiddenNote : "";
  return [...parts, hidden, ...notesOf(document, found)].filter((it) => it !== "").join("\n\n");
}

type Sent = readonly SentDataset[];

function sentParts(document: Document, found: FoundEndpoint, sent: Sent): readonly string[] {
  const { endpoint } = found;
  const side = endpoint.role === "source" ? "input" : "output";
  const title = escaped(systemOf(endpoint) ?? titleOf(document, endpoint));
  const [first] = sent;
  if (first !== undefined && sent.length === 1) {
    const count = fieldCount(first.dataset);
    const fields = count === "" ? "" : ` · ${count} field${count === "1" ? "" : "s"}`;
    const head = `**${capital(side)}** ${nameOf(first.dataset)} in ${namespaceOf(first.dataset)} · ${title}${fields}`;
    return [head, originsOf(document, found, sent)];
  }
  const rows = sent.map(({ dataset }) => [
    nameOf(dataset),
    namespaceOf(dataset),
    fieldCount(dataset),
  ]);
  return [
    `**${sent.length} ${side}s** · ${title}`,
    table(["Dataset", "Namespace", "Fields"], rows),
    originsOf(document, found, sent),
  ];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function nameOf({ name }: Dataset): string {
  return name === undefined ? "*without a name*" : code(name);
}

function namespaceOf({ namespace }: Dataset): string {
  return namespace === "" ? "the empty namespace" : code(namespace);
}

/** Each place once: datasets of one source share their namespace. */
function originsOf(document: Document, { prediction }: FoundEndpoint, sent: Sent): string {
  const from = (pointer: string): readonly Value[] => prediction.origins.get(pointer) ?? [];
  const names = sent.map(({ dataset, pointer }) =>
    originItem(document, sent.length === 1 ? "name" : nameOf(dataset), from(`${pointer}/name`)),
  );
  const namespaces = sent.map(({ pointer }) =>
    originItem(document, "namespace", from(`${pointer}/namespace`)),
  );
  return [...new Set([...names, ...namespaces])].filter((it) => it !== "").join("\n");
}

function absentParts(document: Document, found: FoundEndpoint): readonly string[] {
  const { endpoint } = found;
  const title = escaped(titleOf(document, endpoint));
  const absence = absenceOf(document, found);
  const side = endpoint.role === "source" ? "input" : "output";
  if (absence === undefined) {
    // The job sends nothing at all: why, the fate tells.
    const names = endpoint.datasets.flatMap((it) => namesOf(it.namespace, it.name));
    return [
      `**${capital(side)}, were it sent**: ${names.join(", ")} · ${title}`,
      derivedFrom(document, endpoint),
    ];
  }
  const where = absence.at === undefined ? "" : ` ${placeLink(document, absence.at)}`;
  const words = `${prose(absence.why)}${thrown(absence.exception)}${where}`;
  switch (absence.kind) {
    case "unseen":
      return [`**Not in the event** · ${title}`, words];
    case "left-out":
      return [`**Left out of the event** · ${title}`, words];
    case "fails":
      return [`**Loses the event** · ${title}`, words];
    case "unknown":
      return [`**Unknown ${side}** · ${title}`, words, derivedFrom(document, endpoint)];
  }
}

function thrown(exception: string | undefined): string {
  return exception === undefined ? "" : ` (${code(exception.split(".").at(-1) ?? "")})`;
}

/** Where the names came from, of datasets that are not in the event. */
function derivedFrom(document: Document, { datasets }: Endpoint): string {
  const items = datasets.flatMap(({ namespace, name }) => {
    const text = name?.kind === "topicPattern" ? name.pattern : name;
    const what = name?.kind === "topicPattern" ? "topic pattern" : "name";
    return [
      text?.kind === "derived"
        ? originItem(document, `${what} ${code(withoutSecrets(text.text))}`, text.from)
        : "",
      namespace.kind === "derived"
        ? originItem(document, `namespace ${code(withoutSecrets(namespace.text))}`, namespace.from)
        : "",
    ];
  });
  return [...new Set(items)].filter((it) => it !== "").join("\n");
}

/** What else is not known of it: whether it is there, its schema. Several values and inputs are told with the names. */
function notesOf(document: Document, { endpoint, prediction }: FoundEndpoint): readonly string[] {
  const sent = prediction.datasets.get(endpoint) ?? [];
  if (sent.length === 0) {
    return [];
  }
  const notes = prediction.unresolved
    .filter((it) => it.endpoint === endpoint)
    .filter((it) => it.reason !== "several-values" && it.reason !== "run-time-input")
    .map(({ what, message, at }) => {
      const label =
        { presence: "Whether it is sent", facet: "Its schema" }[what as string] ?? "More of it";
      const where = at === undefined ? "" : ` ${placeLink(document, at)}`;
      return `**${label}** is not known: ${prose(message)}${where}`;
    });
  return [...new Set(notes)];
}

/** Of which job's event it is a part, and whether that is sent. */
function fatesOf(found: readonly FoundEndpoint[]): readonly string[] {
  const fates = found.map(({ endpoint, prediction }) => {
    const [event] = prediction.events;
    if (event !== undefined) {
      const job = code(withoutSecrets(event.job.name));
      return prediction.datasets.has(endpoint)
        ? `In the START event of ${job}.`
        : `The predicted event of ${job} leaves it out.`;
    }
    const what = prediction.cause?.kind === "program" ? "The job fails" : "Not sent";
    return `**${what}**: ${because(prediction.cause)}`;
  });
  return [...new Set(fates)];
}
