import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { Job } from "../../job/job.ts";
import type { Prediction } from "../../openlineage/prediction.ts";
import { cover, type Location, type Range } from "../../text/range.ts";
import { redactedText } from "../../text/redacted.ts";
import type { Document } from "../feature.ts";
import {
  absenceOf,
  type FoundEndpoint,
  jobsIn,
  sentDatasetsOf,
  shownEvent,
  titleOf,
} from "./sent-endpoint.ts";

/** The jobs of a program with their sources and sinks. */
export function programSymbols(document: Document): DocumentSymbol[] {
  return jobsIn(document).map(({ job, prediction }) => {
    const children = [...job.sources, ...job.sinks].flatMap((endpoint) =>
      endpointSymbols(document, { endpoint, job, prediction }),
    );
    const start = rangeIn(document, job.at);
    const parts = [...job.sources, ...job.sinks].flatMap(({ at: [at] }) =>
      at?.file === document.file ? [at.range] : [],
    );
    return {
      name: nameOf(document, job, prediction),
      detail: prediction.events.length > 0 ? "job" : "job, not sent",
      kind: SymbolKind.Event,
      range: document.positions.rangeOf(parts.reduce(cover, start)),
      selectionRange: document.positions.rangeOf(start),
      children,
    };
  });
}

function nameOf({ positions }: Document, { at, names }: Job, prediction: Prediction): string {
  const known = shownEvent(prediction)?.job.name;
  const written = [names.argument, names.default].find((it) => it?.kind === "derived");
  const name = known ?? (written?.kind === "derived" ? written.text : "");
  const shown = redactedText(name).trim();
  return shown === "" ? positions.text.slice(at.range.start, at.range.end) : shown;
}

/** One for each dataset, or one that says why there is none. */
function endpointSymbols(document: Document, found: FoundEndpoint): readonly DocumentSymbol[] {
  const { endpoint, job } = found;
  const side = endpoint.role === "source" ? "in" : "out";
  const [at] = endpoint.at;
  const range = document.positions.rangeOf(rangeIn(document, at ?? job.at, job));
  const symbol = (name: string, remark: string): DocumentSymbol => ({
    name: redactedText(name).trim() || "(without a name)",
    detail: remark === "" ? side : `${side} · ${redactedText(remark)}`,
    kind: endpoint.role === "source" ? SymbolKind.Variable : SymbolKind.Field,
    range,
    selectionRange: range,
  });
  const sent = sentDatasetsOf(found);
  if (sent.length > 0) {
    return sent.map(({ dataset }) => symbol(dataset.name ?? "", dataset.namespace));
  }
  const absence = absenceOf(document, found);
  const remark =
    absence === undefined ? "" : absence.kind === "unknown" ? "unknown" : "not in the event";
  return [symbol(titleOf(document, endpoint), remark)];
}

/** What stands in another file is shown at the call that starts the job. */
function rangeIn(document: Document, at: Location, job?: Job): Range {
  if (at.file === document.file) {
    return at.range;
  }
  return job?.at.file === document.file ? job.at.range : { start: 0, end: 0 };
}
