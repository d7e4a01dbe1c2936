import type { Derived } from "../../connectors/connector.ts";
import { hasHoles } from "../../syntax/sql/holes.ts";
import { rendered } from "../../values/rendered.ts";
import type { Unknown } from "../../values/value.ts";
import type { Endpoint, Job, JobDataset } from "../job.ts";
import { type Holes, shownText } from "./holes.ts";

/** The job with the values of the run in its names instead of the characters that stood for them. */
export function withoutHoles(holes: Holes, job: Job): Job {
  return {
    ...job,
    names: { ...job.names, default: filled(holes, job.names.default) },
    sources: job.sources.map((it) => endpoint(holes, it)),
    sinks: job.sinks.map((it) => endpoint(holes, it)),
  };
}

function endpoint(holes: Holes, it: Endpoint): Endpoint {
  if (it.table === undefined) {
    return it;
  }
  const table = shownText(holes, it.table);
  const changed =
    hasHoles(it.table) || it.datasets.some((dataset) => hasHoles(JSON.stringify(dataset.schema)));
  return changed
    ? {
        ...it,
        table: typeof table === "string" ? table : undefined,
        datasets: it.datasets.map((dataset) => filledDataset(holes, dataset)),
      }
    : it;
}

function filledDataset(holes: Holes, dataset: JobDataset): JobDataset {
  const { name, schema } = dataset;
  return {
    ...dataset,
    namespace: filled(holes, dataset.namespace),
    name: name === undefined || name.kind === "topicPattern" ? name : filled(holes, name),
    schema:
      schema === undefined || "kind" in schema
        ? schema
        : schema.map((it) => ({ ...it, name: text(holes, it.name) })),
    symlinks: dataset.symlinks.map((it) => ({ ...it, name: text(holes, it.name) })),
  };
}

function text(holes: Holes, it: string): string {
  const shown = shownText(holes, it);
  return typeof shown === "string" ? shown : it.replaceAll(/[\uE000-\uF8FF]/gu, "?");
}

function filled(holes: Holes, it: Derived | Unknown): Derived | Unknown {
  if (it.kind === "unknown" || !hasHoles(it.text)) {
    return it;
  }
  const value = holes.valueOf(it.text, []);
  const shown = rendered(value);
  return "kind" in shown ? shown : { kind: "derived", text: shown.text, from: [value] };
}
