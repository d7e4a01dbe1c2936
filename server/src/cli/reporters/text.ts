import { assumedWords, silenceOf, unknownOf } from "../../features/support/prediction-words.ts";
import type { Dataset, RunEvent } from "../../openlineage/event.ts";
import { hiddenNote } from "../../text/redacted.ts";
import { harmless, type Paint, paintOf } from "../paint.ts";
import type { Report, ReportRange } from "../report.ts";
import type { Reporter } from "../reporter.ts";

type Job = Report["jobs"][number];

/** The answer as a tree for people. */
export const text: Reporter = {
  format: "text",
  print(report, { colours }) {
    const paint = paintOf(colours);
    if (report.jobs.length === 0) {
      return "No jobs found.\n";
    }
    const files = [...new Set(report.jobs.map((it) => it.main))];
    const parts = files.map((file) => {
      const jobs = report.jobs.filter((it) => it.main === file);
      return { file, jobs, assumed: assumedLines(jobs, paint) };
    });
    const everywhere = parts.length === 1 ? [] : sharedLines(parts.map((it) => it.assumed));
    const blocks = parts.map(({ file, jobs, assumed }) =>
      [
        paint.bold(harmless(file)),
        ...jobs.flatMap((it) => jobLines(it, paint)),
        ...assumed.filter((it) => !everywhere.includes(it)),
        "",
      ].join("\n"),
    );
    const common = everywhere.length === 0 ? [] : [paint.bold("All files"), ...everywhere, ""];
    return [...blocks, ...common, summaryOf(report, paint), ""].join("\n");
  },
};

function jobLines(job: Job, paint: Paint): readonly string[] {
  const event = job.events[0] ?? job.ifWired[0];
  const title = event === undefined ? "no event" : titleOf(event);
  const place = paint.dim(`line ${job.range.line}`);
  const lines = [`  ${mark(job, paint)} ${paint.bold(title)}  ${place}`];
  const add = (line: string) => lines.push(`    ${line}`);
  if (job.cause !== null) {
    add(`${paint.warn(`${silenceOf(job.outcome, job.cause)}:`)} ${harmless(job.cause.message)}`);
    if (event !== undefined) {
      add("If it were wired:");
    }
  }
  if (event !== undefined) {
    for (const line of eventLines(event, paint)) {
      add(line);
    }
    if (job.events.length > 1) {
      add(paint.dim(`${job.events.length} listeners send it.`));
    }
  }
  for (const line of noteLines(job, event, paint)) {
    add(line);
  }
  return lines;
}

function titleOf(event: RunEvent): string {
  return event.job.name === "" ? "a job whose name is not known" : harmless(event.job.name);
}

function mark(job: Job, paint: Paint): string {
  if (job.outcome === "events") {
    return job.unresolved.length === 0 ? paint.good("●") : paint.warn("●");
  }
  return job.outcome === "exception" ? paint.bad("✗") : paint.dim("○");
}

function eventLines(event: RunEvent, paint: Paint): readonly string[] {
  const processing = event.job.facets.jobType?.processingType;
  const kind = typeof processing === "string" ? processing.toLowerCase() : "";
  const namespace =
    event.job.namespace === "" ? paint.warn("not known") : harmless(event.job.namespace);
  return [
    `${paint.dim("job namespace")} ${namespace}${kind === "" ? "" : paint.dim(`, ${kind}`)}`,
    ...sideLines("in ", event.inputs, paint),
    ...sideLines("out", event.outputs, paint),
  ];
}

function sideLines(word: string, datasets: readonly Dataset[], paint: Paint): readonly string[] {
  if (datasets.length === 0) {
    return [`${paint.dim(word)} ${paint.dim("nothing")}`];
  }
  return datasets.map((it, index) => {
    const lead = index === 0 ? paint.dim(word) : "   ";
    return `${lead} ${datasetLine(it, paint)}`;
  });
}

function datasetLine(dataset: Dataset, paint: Paint): string {
  const name =
    dataset.name === undefined
      ? paint.warn("(without a name)")
      : dataset.name === ""
        ? paint.warn('""')
        : paint.name(harmless(dataset.name));
  const namespace = dataset.namespace === "" ? "the empty namespace" : harmless(dataset.namespace);
  const fields = dataset.facets.schema?.fields;
  const columns = Array.isArray(fields) ? paint.dim(`, ${count(fields.length, "column")}`) : "";
  return `${name} ${paint.dim("in")} ${namespace}${columns}`;
}

function noteLines(job: Job, event: RunEvent | undefined, paint: Paint): readonly string[] {
  return [
    ...(job.hidden === true ? [`${paint.warn("hidden")}   ${hiddenNote}`] : []),
    ...job.unresolved.map(
      (it) =>
        `${paint.warn("unknown")}  ${unknownOf(it, event, harmless)}: ${harmless(it.message)}${placeOf(it.range, paint)}`,
    ),
    ...job.inputs.map((it) => {
      const known = it.value ?? it.default;
      const is = it.value === null ? "default" : "given";
      const shown = known === null ? "not given" : `${is} ${harmless(known)}`;
      return `${paint.dim("at run time")} ${it.kind} ${harmless(it.key)}: ${shown}`;
    }),
    ...job.diagnostics.filter(isLoud).map((it) => {
      const word = it.severity === "error" ? paint.bad("error") : paint.warn(it.severity);
      return `${word}  ${harmless(it.message)} ${paint.dim(`[${it.rule}]`)}${placeOf(it.range, paint)}`;
    }),
  ];
}

/** What all jobs of a file take for granted, said once. */
function assumedLines(jobs: readonly Job[], paint: Paint): readonly string[] {
  const lines = jobs.flatMap((it) =>
    it.assumed.map(
      ({ what, value, why }) =>
        `  ${paint.dim("assumed")} ${assumedWords[what]} ${harmless(value)}${paint.dim(`: ${harmless(why)}`)}`,
    ),
  );
  return [...new Set(lines)];
}

function sharedLines(parts: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = parts;
  return first.filter((line) => others.every((it) => it.includes(line)));
}

function placeOf(range: ReportRange | null, paint: Paint): string {
  return range === null ? "" : paint.dim(`  ${harmless(range.file)}:${range.line}:${range.column}`);
}

function summaryOf(report: Report, paint: Paint): string {
  const sent = report.jobs.flatMap((it) => it.events).length;
  const silent = report.jobs.filter((it) => it.events.length === 0).length;
  const unknown = report.jobs.flatMap((it) => it.unresolved).length;
  return paint.dim(
    [
      `${count(report.jobs.length, "job")}, ${count(sent, "event")}`,
      ...(silent === 0 ? [] : [`${silent} without an event`]),
      ...(unknown === 0 ? [] : [`${unknown} unknown`]),
    ].join(", "),
  );
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** What stands in the way of a job; what loses lineage is told by `check`. */
function isLoud({ severity }: Job["diagnostics"][number]): boolean {
  return severity === "error";
}
