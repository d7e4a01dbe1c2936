import type { Endpoint, Job } from "../../job/job.ts";
import type { Dataset, RunEvent } from "../../openlineage/event.ts";
import type { Assumption, Cause, Prediction } from "../../openlineage/prediction.ts";
import type { Location } from "../../text/range.ts";
import { hiddenNote, redactedText, secretsHidden, withoutSecrets } from "../../text/redacted.ts";
import { code, escaped, prose, table } from "./markdown.ts";
import { assumedWords, silenceOf, unknownOf } from "./prediction-words.ts";

/** What a job's card shows of where it stands: what a program does is spread over files, a statement is in front. */
export interface JobPlaces {
  /** A link to a place. */
  link(at: Location): string;
  /** The source or sink of a dataset of the event. */
  endpointOf(pointer: string): Endpoint | undefined;
  /** Why sources and sinks are not in the event, as items of a list. */
  readonly absent: readonly string[];
}

/** What a person wants to know of a job: what goes in, what comes out, under which names, what is not known, what is assumed. */
export function jobCard(
  prediction: Prediction,
  job: Pick<Job, "sources" | "sinks"> | undefined,
  places?: JobPlaces,
): string {
  const { shown: event, hides } = secretsHidden(prediction.events[0] ?? prediction.ifWired[0]);
  return [
    headline(prediction, event),
    event === undefined
      ? tablesOf(job?.sources ?? [], job?.sinks ?? [], places)
      : datasetsOf(event, places),
    hides ? hiddenNote : "",
    event === undefined ? "" : listed("Not in the event", places?.absent ?? []),
    inputsOf(prediction),
    unknownsOf(prediction, event, places),
    assumptionsOf(prediction.assumed),
  ]
    .filter((it) => it !== "")
    .join("\n\n");
}

function headline(prediction: Prediction, event: RunEvent | undefined): string {
  const { outcome, cause, events } = prediction;
  if (event === undefined) {
    return `**${silenceOf(outcome, cause)}**: ${because(cause)}`;
  }
  const words = `${jobName(event)}${flinkOf(prediction)}`;
  if (events.length === 0) {
    return `**Not sent**: ${because(cause)}\n\n**If it were wired**: ${words}`;
  }
  const count = events.length === 1 ? "a START event" : `${events.length} START events`;
  return `**Sends ${count}** as ${words}`;
}

function jobName({ job }: RunEvent): string {
  const { jobType } = job.facets;
  const type = typeof jobType?.processingType === "string" ? jobType.processingType : "";
  const words = type === "" ? "" : ` · ${type.toLowerCase()} job`;
  return `${code(job.name)} in ${code(job.namespace)}${words}`;
}

/** Said in the list of what is assumed, where it is. */
function flinkOf({ flink, assumed }: Prediction): string {
  return flink === undefined || assumed.some((it) => it.what === "flink")
    ? ""
    : ` · Flink ${escaped(flink)}`;
}

export function because(cause: Cause | undefined): string {
  const message = redactedText(cause?.message ?? "The reason is not known.").replaceAll(
    "default_catalog.default_database.",
    "",
  );
  const exception = cause?.exception?.split(".").at(-1);
  const thrown = exception === undefined ? "" : ` (${code(exception)})`;
  return `${prose(message).replace(/\.$/, "")}${thrown}.`;
}

function datasetsOf(event: RunEvent, places: JobPlaces | undefined): string {
  const rows = (word: string, side: "inputs" | "outputs") =>
    event[side].length === 0
      ? [[word, "*none*"]]
      : event[side].map((it, index) => [
          word,
          ...cellsOf(it),
          whereOf(places?.endpointOf(`/${side}/${index}`), places),
        ]);
  return table(
    ["", "Dataset", "Namespace", "Table", "Fields", "Where"],
    [...rows("in", "inputs"), ...rows("out", "outputs")],
  );
}

function whereOf(endpoint: Endpoint | undefined, places: JobPlaces | undefined): string {
  const [at] = endpoint?.at ?? [];
  return at === undefined || places === undefined ? "" : places.link(at);
}

function cellsOf(dataset: Dataset): readonly string[] {
  return [
    dataset.name === undefined ? "*without a name*" : code(dataset.name),
    dataset.namespace === "" ? "*empty*" : code(dataset.namespace),
    tableNames(dataset).map(code).join(", "),
    fieldCount(dataset),
  ];
}

function tableNames({ facets }: Dataset): readonly string[] {
  const identifiers: unknown = facets.symlinks?.identifiers;
  return !Array.isArray(identifiers)
    ? []
    : identifiers.flatMap((it: unknown) =>
        typeof it === "object" && it !== null && "name" in it && "type" in it && it.type === "TABLE"
          ? [shortTable(String(it.name))]
          : [],
      );
}

export function fieldCount({ facets }: Dataset): string {
  const fields: unknown = facets.schema?.fields;
  return Array.isArray(fields) ? String(fields.length) : "";
}

/** A table's name without the catalog and database that every script starts with. */
export function shortTable(fullName: string): string {
  return fullName.replace(/^default_catalog\.default_database\./, "");
}

/** What a job that sends nothing reads and writes all the same. */
function tablesOf(
  sources: readonly Endpoint[],
  sinks: readonly Endpoint[],
  places: JobPlaces | undefined,
): string {
  const row = (side: string) => (endpoint: Endpoint) => [
    side,
    endpoint.table === undefined ? "" : code(shortTable(endpoint.table)),
    endpoint.connector ?? "*unknown*",
    endpoint.datasets.flatMap((it) => namesOf(it.namespace, it.name)).join(", "),
    whereOf(endpoint, places),
  ];
  const rows = [...sources.map(row("reads")), ...sinks.map(row("writes"))];
  return rows.length === 0
    ? ""
    : table(["", "Table", "Connector", "Dataset, were it sent", "Where"], rows);
}

type Named = Endpoint["datasets"][number];

/** A dataset's names for people; nothing where they are not known. */
export function namesOf(namespace: Named["namespace"], name: Named["name"]): readonly string[] {
  if (namespace.kind === "unknown" || name === undefined || name.kind === "unknown") {
    return [];
  }
  const text = name.kind === "topicPattern" ? name.pattern : name;
  if (text.kind === "unknown") {
    return [];
  }
  // Flink names what has no system of its own by the table alone, in the empty namespace.
  const where =
    namespace.text === "" ? "the empty namespace" : code(withoutSecrets(namespace.text));
  return [`${code(withoutSecrets(text.text))} in ${where}`];
}

function inputsOf({ inputs }: Prediction): string {
  return listed(
    "Depends on the run",
    inputs.map((it) => {
      const known = it.value ?? it.default;
      const is = it.value === undefined ? "default" : "given";
      const words = known === undefined ? "not given" : `${is} ${code(redactedText(known))}`;
      return `${escaped(it.kind)} ${code(it.key)}: ${words}`;
    }),
  );
}

function unknownsOf(
  { unresolved, inputs }: Prediction,
  event: RunEvent | undefined,
  places: JobPlaces | undefined,
): string {
  // What is not given stands in the list of what depends on the run.
  const others = unresolved.filter((it) => it.reason !== "run-time-input" || inputs.length === 0);
  const items = others.map((it) => {
    const where = it.at === undefined || places === undefined ? "" : ` ${places.link(it.at)}`;
    return `${unknownOf(it, event, code)}: ${prose(redactedText(it.message))}${where}`;
  });
  return listed("Not known", [...new Set(items)]);
}

function assumptionsOf(assumed: readonly Assumption[]): string {
  return listed(
    "Assumed",
    assumed.map(({ what, value, why }) => `${assumedWords[what]} ${escaped(value)}: ${prose(why)}`),
  );
}

function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `**${title}**\n${items.map((it) => `- ${it}`).join("\n")}`;
}
