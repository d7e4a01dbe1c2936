import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Document, Feature } from "../features/feature.ts";
import { type Analysed, analysedNotification } from "../protocol.ts";
import type { Analysis } from "./analyses.ts";
import type { Guard } from "./guard.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Published } from "./published.ts";

/** Tells the client what is wrong with a file, and that its analysis is new. */
export function announce(
  { connection, published }: { readonly connection: Connection; readonly published: Published },
  features: readonly Feature[],
  guard: Guard,
  document: OpenDocument,
  analysis: Analysis | undefined,
): void {
  const { uri, version } = document;
  published.alone(document, analysis === undefined ? [] : diagnosticsOf(features, guard, analysis));
  const summary = guard.answer("summary", () => summaryOf(uri, version, analysis?.sound));
  void connection.sendNotification(analysedNotification, summary);
}

/** The errors of the text as it is; all else from the analysis, which may be that of an earlier text. */
function diagnosticsOf(
  features: readonly Feature[],
  guard: Guard,
  { text, sound }: Analysis,
): Diagnostic[] {
  const feature = features.find((it) => it.method === "textDocument/diagnostic");
  const syntax = text.diagnostics.filter((it) => it.rule === "syntax");
  const documents: readonly Document[] =
    text === sound ? [text] : [{ ...text, predictions: [], diagnostics: syntax }, sound];
  return documents.flatMap((document) => {
    const params = { textDocument: { uri: document.uri } };
    const answer = guard.answer("diagnostics", () => feature?.answer(document, params));
    return (answer as Diagnostic[] | undefined) ?? [];
  });
}

function summaryOf(uri: string, version: number, document: Document | undefined): Analysed {
  const predictions = document?.predictions ?? [];
  const events = predictions.flatMap((it) => [...it.events, ...it.ifWired]);
  const flink = predictions[0]?.flink;
  return {
    uri,
    version,
    isFlink: document !== undefined,
    ...(flink !== undefined && {
      flink: {
        version: flink,
        assumed: predictions.some((it) => it.assumed.some(({ what }) => what === "flink")),
      },
    }),
    jobs: document?.jobs.length ?? 0,
    inputs: events.reduce((sum, it) => sum + it.inputs.length, 0),
    outputs: events.reduce((sum, it) => sum + it.outputs.length, 0),
    unsent: predictions.filter((it) => it.events.length === 0).length,
    unresolved: predictions.reduce((sum, it) => sum + it.unresolved.length, 0),
  };
}
