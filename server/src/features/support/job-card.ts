import type { Endpoint, Job } from "../../job/job.ts";
import type { Dataset, RunEvent } from "../../openlineage/event.ts";
import type { Assumption, Cause, Prediction, Unresolved } from "../../openlineage/prediction.ts";
import { redactedText } from "../../text/redacted.ts";
import { code, escaped, prose, table } from "./markdown.ts";

/** What a person wants to know of a job: what goes in, what comes out, under which names, what is not known, what is assumed. */
export function jobCard(prediction: Prediction, job: Job | undefined): string {
  const event = prediction.events[0] ?? prediction.ifWired[0];
  return [
    headline(prediction, event),
    event === undefined ? tablesOf(job?.sources ?? [], job?.sinks ?? []) : datasetsOf(event),
    inputsOf(prediction),
    unknownsOf(prediction, event),
    assumptionsOf(prediction.assumed),
  ]
    .filter((it) => it !== "")
    .join("\n\n");
}

function headline(prediction: Prediction, event: RunEvent | undefined): string {
  const { outcome, cause, events } = prediction;
  if (event === undefined) {
    const what = outcome === "exception" ? "Fails before any event" : "Not sent";
    return `**${what}**: ${because(cause)}`;
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

function because(cause: Cause | undefined): string {
  const message = redactedText(cause?.message ?? "The reason is not known.").replaceAll(
    "default_catalog.default_database.",
    "",
  );
  const exception = cause?.exception?.split(".").at(-1);
  const thrown = exception === undefined ? "" : ` (${code(exception)})`;
  return `${prose(message).replace(/\.$/, "")}${thrown}.`;
}

function datasetsOf(event: RunEvent): string {
  const rows = (side: string, datasets: readonly Dataset[]) =>
    datasets.length === 0 ? [[side, "*none*"]] : datasets.map((it) => [side, ...cellsOf(it)]);
  return table(
    ["", "Dataset", "Namespace", "Table", "Fields"],
    [...rows("in", event.inputs), ...rows("out", event.outputs)],
  );
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

function fieldCount({ facets }: Dataset): string {
  const fields: unknown = facets.schema?.fields;
  return Array.isArray(fields) ? String(fields.length) : "";
}

/** A table's name without the catalog and database that every script starts with. */
export function shortTable(fullName: string): string {
  return fullName.replace(/^default_catalog\.default_database\./, "");
}

/** What a job that sends nothing reads and writes all the same. */
function tablesOf(sources: readonly Endpoint[], sinks: readonly Endpoint[]): string {
  const row =
    (side: string) =>
    ({ table: name, connector, datasets }: Endpoint) => [
      side,
      name === undefined ? "" : code(shortTable(name)),
      connector ?? "*unknown*",
      datasets.flatMap((it) => namesOf(it.namespace, it.name)).join(", "),
    ];
  const rows = [...sources.map(row("reads")), ...sinks.map(row("writes"))];
  return rows.length === 0 ? "" : table(["", "Table", "Connector", "Dataset, were it sent"], rows);
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
  const where = namespace.text === "" ? "the empty namespace" : code(namespace.text);
  return [`${code(text.text)} in ${where}`];
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

function unknownsOf({ unresolved }: Prediction, event: RunEvent | undefined): string {
  return listed(
    "Not known",
    unresolved.map((it) => `${labelOf(it, event)}: ${prose(redactedText(it.message))}`),
  );
}

function labelOf({ what, pointer }: Unresolved, event: RunEvent | undefined): string {
  const [, side, index] = /^\/(inputs|outputs)\/(\d+)/.exec(pointer ?? "") ?? [];
  if (side === undefined || index === undefined) {
    return what === "presence" ? "whether it is sent" : what;
  }
  const dataset = (side === "inputs" ? event?.inputs : event?.outputs)?.[Number(index)];
  const name =
    dataset?.name === undefined ? `${side.slice(0, -1)} ${Number(index) + 1}` : code(dataset.name);
  return what === "presence" ? `whether ${name} is sent` : `${what} of ${name}`;
}

const assumedWords: Readonly<Record<Assumption["what"], string>> = {
  flink: "Flink",
  openlineage: "openlineage-flink",
  connector: "connector",
  listener: "listener",
  adapter: "openlineage-flink",
  configuration: "configuration",
};

function assumptionsOf(assumed: readonly Assumption[]): string {
  return listed(
    "Assumed",
    assumed.map(({ what, value, why }) => `${assumedWords[what]} ${escaped(value)}: ${prose(why)}`),
  );
}

function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `**${title}**\n${items.map((it) => `- ${it}`).join("\n")}`;
}
